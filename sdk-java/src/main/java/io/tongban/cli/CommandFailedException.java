package io.tongban.cli;

/** A command that ends with a sentence for the engineer instead of a stack trace. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailedException(int exitCode, String text) {
        super(text);
        this.exitCode = exitCode;
    }

    /** What was looked at is not as it should be. */
    static CommandFailedException refused(String text) {
        return new CommandFailedException(ExitCodes.REFUSED, text);
    }

    /** What was asked for cannot be done so. */
    static CommandFailedException usage(String text) {
        return new CommandFailedException(ExitCodes.USAGE, text);
    }

    /** No answer, or none that can be trusted. */
    static CommandFailedException unanswered(String text) {
        return new CommandFailedException(ExitCodes.UNANSWERED, text);
    }

    int exitCode() {
        return exitCode;
    }
}
