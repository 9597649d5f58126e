package io.tongban.gateway.edge.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.tongban.gateway.edge.EdgeConfig;
import io.tongban.gateway.platform.outbox.Settings;
import io.tongban.gateway.trust.access.AddressRange;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrictRequestDecoderTest {
    private static final String HEAD =
            "POST /v1/workers HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String CHUNK = "1\r\nx\r\n";
    private static final String END = "0\r\n\r\n";

    private final ConnectionGuard guard = new ConnectionGuard(
            new Connections(Settings.of(EdgeConfig.class, Map.of()), Optional.empty(), new SimpleMeterRegistry()),
            AddressRange.whole(InetAddress.getLoopbackAddress()),
            false,
            0);
    private final StrictRequestDecoder decoder = new StrictRequestDecoder(new HttpServerOptions(), guard);
    private final EmbeddedChannel channel = new EmbeddedChannel(decoder, new AnswerCount(guard, decoder));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void decodesNothingMoreOfABodyThatIsHeldAndReadsNothingMoreFromItsSocket() {
        come(HEAD + CHUNK.repeat(3));
        assertThat(pieces()).isEqualTo(3);

        decoder.hold();
        come(CHUNK.repeat(3_000));

        assertThat(pieces()).isZero();
        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void goesOnWithWhatWasHeldToTheBodysEnd() {
        come(HEAD + CHUNK);
        assertThat(pieces()).isEqualTo(1);
        decoder.hold();
        come(CHUNK.repeat(100) + END);

        decoder.release(channel);
        channel.runPendingTasks();

        assertThat(pieces()).isEqualTo(100);
        assertThat(channel.config().isAutoRead()).isTrue();
        come("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(channel.<Object>readInbound()).isInstanceOf(HttpRequest.class);
    }

    @Test
    void decodesNothingAtAllOfAConnectionThatIsCut() {
        come(HEAD + CHUNK);
        assertThat(pieces()).isEqualTo(1);
        guard.cut(channel, "test");

        come(CHUNK.repeat(10));

        assertThat(pieces()).isZero();
    }

    private void come(String octets) {
        channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(octets, US_ASCII));
        channel.pipeline().fireChannelReadComplete();
    }

    /** How many pieces of a body have been decoded since this was asked last. */
    private int pieces() {
        int pieces = 0;
        for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
            pieces += part instanceof HttpContent && !(part instanceof LastHttpContent) ? 1 : 0;
            ReferenceCountUtil.release(part);
        }
        return pieces;
    }
}
