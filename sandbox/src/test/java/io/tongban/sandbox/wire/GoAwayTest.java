package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.FrameSocket.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is to go over HTTP/2 is told so and why, and nothing that comes after it is answered. */
@ExtendWith(RunningSandbox.class)
class GoAwayTest {
    private static final int NO_ERROR = 0;
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int REFUSED_STREAM = 7;
    /** Half as many again as a connection may send at once. */
    private static final int PINGS = 1_500;
    /** Fewer than may be open at once. */
    private static final int STREAMS = 90;
    /** With those refused before, fewer than a connection is cut for. */
    private static final int FEW = 5;

    private final TestSandbox sandbox;

    GoAwayTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void saysEnhanceYourCalmToWhoeverSendsTooManyFrames() throws Exception {
        try (FrameSocket socket = FrameSocket.from("127.0.0.1", sandbox)) {
            ByteArrayOutputStream pings = new ByteArrayOutputStream();
            for (int i = 0; i < PINGS; i++) {
                pings.writeBytes(FrameSocket.frame(FrameSocket.PING, 0, 0, new byte[8]));
            }
            socket.write(pings.toByteArray());

            Optional<Frame> last = socket.next();
            while (last.isPresent() && last.get().type() != FrameSocket.GOAWAY) {
                last = socket.next();
            }
            assertThat(last).map(Frame::code).contains(ENHANCE_YOUR_CALM);
        }
    }

    /** One request is held open all the while: it is answered in its time, as what was begun before must be. */
    @Test
    void answersNothingThatComesAfterIt() throws Exception {
        Call held = sandbox.delivery()
                .unsigned("POST", "/v1/workers", "{}")
                .with("idempotency-key", TestSandbox.key())
                .with("content-length", "100");
        try (FrameSocket socket = FrameSocket.from("127.0.0.74", sandbox)) {
            socket.write(FrameSocket.head(1, 0, held));
            Set<Integer> answered = new HashSet<>();
            Set<Integer> refused = new HashSet<>();
            int next = 3;
            boolean isToldToGo = false;
            while (!isToldToGo) {
                assertThat(next).as("streams").isLessThan(2 * TestSandbox.REFUSALS_OF_AN_ADDRESS);
                socket.write(strangers(next, STREAMS));
                next += 2 * STREAMS;
                int sent = next / 2 - 1;
                while (!isToldToGo && answered.size() + refused.size() < sent) {
                    isToldToGo = note(socket.next().orElseThrow(), answered, refused);
                }
            }
            socket.write(strangers(next, FEW));
            Optional<Frame> frame = socket.next();
            while (frame.isPresent()) {
                note(frame.get(), answered, refused);
                frame = socket.next();
            }

            int after = next;
            assertThat(answered).contains(1).noneMatch(stream -> stream >= after);
            assertThat(answered).hasSizeGreaterThan(TestSandbox.REFUSALS_OF_AN_ADDRESS / 10);
            assertThat(refused)
                    .as("refused of those that came with the last answered")
                    .isNotEmpty();
        }
    }

    /** Whether the frame is the GOAWAY. */
    private static boolean note(Frame frame, Set<Integer> answered, Set<Integer> refused) {
        switch (frame.type()) {
            case FrameSocket.HEADERS -> answered.add(frame.stream());
            case FrameSocket.RST_STREAM -> {
                assertThat(frame.code()).isIn(NO_ERROR, REFUSED_STREAM);
                if (frame.code() == REFUSED_STREAM) {
                    refused.add(frame.stream());
                }
            }
            default -> {}
        }
        return frame.type() == FrameSocket.GOAWAY;
    }

    private byte[] strangers(int first, int many) throws IOException {
        Call bad =
                sandbox.delivery().unsigned("GET", "/v1/workers/wkr_none", "").with("authorization", "Bearer a.b.c");
        ByteArrayOutputStream streams = new ByteArrayOutputStream();
        for (int i = 0; i < many; i++) {
            streams.writeBytes(FrameSocket.head(first + 2 * i, FrameSocket.END_STREAM, bad));
        }
        return streams.toByteArray();
    }
}
