package io.tongban.sandbox.chaos;

import java.util.Locale;

/**
 * One request for one withholding, as the platform saw it end.
 *
 * @param begun by {@link System#nanoTime}
 * @param detail status and code, or what happened to the connection
 */
record Attempt(long begun, long ended, Kind kind, String detail) {
    enum Kind {
        /** 2xx. */
        ACCEPTED,
        /** 503 that says it may be tried again, and when; signed. */
        UNAVAILABLE,
        /** Nobody took the connection: nothing was sent. */
        NO_CONNECTION,
        /** Sent, and no whole answer came. */
        CUT,
        /** Any other answer. */
        OTHER;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    boolean isAccepted() {
        return kind == Kind.ACCEPTED;
    }
}
