package io.tongban.sandbox.farside;

/** A far side is written in something that this machine has not. */
final class NotInstalledException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param program what is missing, and how it is had */
    NotInstalledException(String program) {
        super(program);
    }
}
