package io.tongban.gateway.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tongban.gateway.edge.connection.FrameHeads.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameHeadsTest {
    private static final ByteBuf OCTETS = Unpooled.wrappedBuffer(
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0},
            new byte[] {0, 1, 2, 1, 5, 0, 0, 0, 1},
            new byte[258],
            new byte[] {0, 0, 8, 6, 0, 0, 0, 0, 0},
            new byte[8]);

    private final FrameHeads heads = new FrameHeads();
    private final List<Frame> seen = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 24, 100, 1_000})
    void findsEachFrameHoweverTheOctetsCome(int piece) {
        for (int at = 0; at < OCTETS.readableBytes(); at += piece) {
            ByteBuf octets = OCTETS.slice(at, Math.min(piece, OCTETS.readableBytes() - at));
            assertThat(heads.read(octets, seen::add)).isTrue();
            assertThat(octets.readableBytes()).as("left unread").isPositive();
        }
        assertThat(seen).containsExactly(new Frame(0, 4, 0), new Frame(258, 1, 5), new Frame(8, 6, 0));
    }

    @Test
    void stopsAtTheFirstThatIsRefused() {
        assertThat(heads.read(OCTETS.slice(), frame -> {
                    seen.add(frame);
                    return frame.type() != 1;
                }))
                .isFalse();
        assertThat(seen).hasSize(2);
    }
}
