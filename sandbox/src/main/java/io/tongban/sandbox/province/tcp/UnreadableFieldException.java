package io.tongban.sandbox.province.tcp;

/** A field does not hold what it must. Says nothing of what stood in it. */
final class UnreadableFieldException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFieldException(String message) {
        super(message);
    }
}
