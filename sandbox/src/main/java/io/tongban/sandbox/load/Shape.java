package io.tongban.sandbox.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** A way to hold or to waste what a server has: what a connection sends at first, and then bit by bit. */
public enum Shape {
    /** A head that never ends. */
    SLOW_HEAD {
        @Override
        ByteBuffer first(Target target) {
            return ascii("GET /v1/provinces HTTP/1.1\r\nHost: " + target.authority() + "\r\n");
        }

        @Override
        ByteBuffer next(Target target, int step) {
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
        ByteBuffer next(Target target, int step) {
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
        ByteBuffer next(Target target, int step) {
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
        ByteBuffer next(Target target, int step) {
            return ascii(REQUEST.repeat(A_STEP));
        }

        @Override
        boolean reads() {
            return false;
        }
    },
    /** The client's first word of TLS, and nothing after the server's. */
    HALF_HANDSHAKE(Way.BARE_TLS) {
        @Override
        ByteBuffer first(Target target) {
            SSLEngine engine = Way.engine(target);
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            try {
                engine.wrap(ByteBuffer.allocate(0), hello);
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
            return hello.flip();
        }
    },
    /** Requests taken back as soon as they are made (CVE-2023-44487). */
    RAPID_RESET(Way.HTTP_2) {
        private static final int A_STEP = 1_000;

        @Override
        ByteBuffer first(Target target) {
            return Http2Frames.preface().buffer();
        }

        @Override
        ByteBuffer next(Target target, int step) {
            Http2Frames frames = new Http2Frames();
            for (int i = 0; i < A_STEP; i++) {
                int stream = Http2Frames.stream(step * A_STEP + i);
                frames.get(stream, target.secureAuthority(), "/v1/provinces").reset(stream);
            }
            return frames.buffer();
        }
    },
    /** A head whose frames never end and hold nothing (CVE-2024-27316 and its kin). */
    ENDLESS_CONTINUATION(Way.HTTP_2) {
        private static final int A_STEP = 2_000;

        @Override
        ByteBuffer first(Target target) {
            return begun(target)
                    .endlessGet(Http2Frames.stream(1), target.secureAuthority(), "/v1/provinces")
                    .buffer();
        }

        @Override
        ByteBuffer next(Target target, int step) {
            Http2Frames frames = new Http2Frames();
            for (int i = 0; i < A_STEP; i++) {
                frames.continuation(Http2Frames.stream(1));
            }
            return frames.buffer();
        }
    },
    /** Frames that have to be answered, each of them, and no request (CVE-2019-9512). */
    PINGS(Way.HTTP_2) {
        private static final int A_STEP = 2_000;

        @Override
        ByteBuffer first(Target target) {
            return begun(target).buffer();
        }

        @Override
        ByteBuffer next(Target target, int step) {
            Http2Frames frames = new Http2Frames();
            for (int i = 0; i < A_STEP; i++) {
                frames.ping();
            }
            return frames.buffer();
        }
    },
    /** The same with settings (CVE-2019-9515), whose answers are never read. */
    SETTINGS(Way.HTTP_2) {
        private static final int A_STEP = 2_000;

        @Override
        ByteBuffer first(Target target) {
            return begun(target).buffer();
        }

        @Override
        ByteBuffer next(Target target, int step) {
            Http2Frames frames = new Http2Frames();
            for (int i = 0; i < A_STEP; i++) {
                frames.settings();
            }
            return frames.buffer();
        }

        @Override
        boolean reads() {
            return false;
        }
    },
    /** As many streams as a connection may have, and more, each with a body that trickles, under a token that is good. */
    MANY_STREAMS(Way.HTTP_2) {
        private static final int A_STEP = 50;

        @Override
        ByteBuffer first(Target target) {
            return Http2Frames.preface().buffer();
        }

        @Override
        ByteBuffer next(Target target, int step) {
            Http2Frames frames = new Http2Frames();
            for (int i = 0; i < A_STEP; i++) {
                int stream = Http2Frames.stream(step * A_STEP + i);
                frames.post(stream, target.secureAuthority(), "/v1/workers", target.token())
                        .data(stream, new byte[] {'{'});
            }
            return frames.buffer();
        }
    },
    /** Answers asked for, and no window opened to send them in (CVE-2019-9517). */
    CLOSED_WINDOW(Way.HTTP_2) {
        private static final int A_STEP = 50;

        @Override
        ByteBuffer first(Target target) {
            return Http2Frames.preface().closedWindow().buffer();
        }

        @Override
        ByteBuffer next(Target target, int step) {
            Http2Frames frames = new Http2Frames();
            for (int i = 0; i < A_STEP; i++) {
                frames.get(Http2Frames.stream(step * A_STEP + i), target.secureAuthority(), "/problems");
            }
            return frames.buffer();
        }
    };

    private final Way way;

    Shape() {
        this(Way.CLEAR);
    }

    Shape(Way way) {
        this.way = way;
    }

    Way way() {
        return way;
    }

    abstract ByteBuffer first(Target target);

    /** What follows after a second, and after another; nothing if it waits. */
    ByteBuffer next(Target target, int step) {
        return ByteBuffer.allocate(0);
    }

    boolean reads() {
        return true;
    }

    private static String post(Target target, boolean known) {
        return "POST /v1/workers HTTP/1.1\r\nHost: " + target.authority() + "\r\nContent-Type: application/json\r\n"
                + (known ? "Authorization: Bearer " + target.token() + "\r\n" : "");
    }

    /** HTTP/2 with one request, after which a connection may stay. */
    private static Http2Frames begun(Target target) {
        return Http2Frames.preface().get(Http2Frames.stream(0), target.secureAuthority(), "/v1/provinces");
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
