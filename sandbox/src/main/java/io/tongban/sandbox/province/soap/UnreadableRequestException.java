package io.tongban.sandbox.province.soap;

/** The document is no business request. Says nothing of what stood in it. */
final class UnreadableRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String message) {
        super(message);
    }
}
