package io.tongban.sdk.fake;

/** Ids in the gateway's form that rise, so that a test can be read. */
final class Ids {
    private long last;

    String next(String prefix) {
        return prefix + String.format("%026d", ++last);
    }
}
