package io.tongban.sandbox.province.exchangedb;

/** A column does not hold what it must. Says nothing of what stood in it. */
final class UnreadableRowException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRowException(String message) {
        super(message);
    }
}
