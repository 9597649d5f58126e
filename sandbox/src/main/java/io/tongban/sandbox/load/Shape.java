package io.tongban.sandbox.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;

/** A way to hold or to waste what a server has: what a connection sends at first, and then bit by bit. */
public enum Shape {
    /** A head that never ends. */
    SLOW_HEAD {
        @Override
        ByteBuffer first(Target target) {
            return ascii("GET /v1/provinces HTTP/1.1\r\nHost: " + target.authority() + "\r\n");
        }

        @Override
        ByteBuffer next(int step) {
            return ascii("X-" + step + ": x\r\n");
        }
    },
    /** A body that trickles, under a token that is good. */
    SLOW_BODY {
        @Override
        ByteBuffer first(Target target) {
            return ascii(post(target, true) + "Content-Length: 100000\r\n\r\n{");
        }

        @Override
        ByteBuffer next(int step) {
            return ascii(" ");
        }
    },
    /** A body in chunks of one octet, past the bound of a body, under a token that is good. */
    MANY_CHUNKS {
        private static final String CHUNK = "1\r\nx\r\n";
        private static final int A_STEP = 3_000;

        @Override
        ByteBuffer first(Target target) {
            return ascii(post(target, true) + "Transfer-Encoding: chunked\r\n\r\n");
        }

        @Override
        ByteBuffer next(int step) {
            return ascii(CHUNK.repeat(A_STEP));
        }
    },
    /** A connection, and nothing on it. */
    IDLE {
        @Override
        ByteBuffer first(Target target) {
            return ByteBuffer.allocate(0);
        }
    },
    /** Fields far over every limit. */
    HUGE_HEADERS {
        private static final int OCTETS = 64 * 1024;

        @Override
        ByteBuffer first(Target target) {
            return ascii("GET /v1/provinces HTTP/1.1\r\nHost: " + target.authority() + "\r\nX: " + "x".repeat(OCTETS));
        }
    },
    /** The largest body that is allowed, but for its last octet, from someone who says not who he is. */
    BODY_MINUS_ONE {
        private static final int OCTETS = 1024 * 1024;

        @Override
        ByteBuffer first(Target target) {
            return ascii(post(target, false) + "Content-Length: " + OCTETS + "\r\n\r\n" + "x".repeat(OCTETS - 1));
        }
    },
    /** The same request again and again, and no answer ever read. */
    UNREAD_ANSWERS {
        private static final int A_STEP = 50;
        private static final String REQUEST = "GET /problems HTTP/1.1\r\nHost: localhost\r\n\r\n";

        @Override
        ByteBuffer first(Target target) {
            return ascii(REQUEST.repeat(A_STEP));
        }

        @Override
        ByteBuffer next(int step) {
            return ascii(REQUEST.repeat(A_STEP));
        }

        @Override
        boolean reads() {
            return false;
        }
    };

    abstract ByteBuffer first(Target target);

    /** What follows after a second, and after another; nothing if it waits. */
    ByteBuffer next(int step) {
        return ByteBuffer.allocate(0);
    }

    boolean reads() {
        return true;
    }

    private static String post(Target target, boolean known) {
        return "POST /v1/workers HTTP/1.1\r\nHost: " + target.authority() + "\r\nContent-Type: application/json\r\n"
                + (known ? "Authorization: Bearer " + target.token() + "\r\n" : "");
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
