package io.tongban.cli;

/** How a command ends, for scripts. */
final class ExitCodes {
    static final int DONE = 0;
    /** The gateway said no, or a message is not as it should be. */
    static final int REFUSED = 1;

    static final int USAGE = 2;
    /** No answer, or none that can be trusted. */
    static final int UNANSWERED = 3;

    private ExitCodes() {}
}
