package io.tongban.sandbox.province.queue;

/** The message is no request. Says nothing of what stood in it. */
final class UnreadableRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String message) {
        super(message);
    }
}
