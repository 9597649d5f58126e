package io.tongban.sandbox.province.rest;

/** A request that is none of this dialect. Says nothing of what stood in it. */
final class UnreadableRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String message) {
        super(message);
    }
}
