package io.tongban.province.dialect.tcp;

import static io.tongban.province.dialect.tcp.SichuanFrames.awaitClosed;
import static io.tongban.province.dialect.tcp.SichuanFrames.booked;
import static io.tongban.province.dialect.tcp.SichuanFrames.request;
import static io.tongban.province.dialect.tcp.SichuanFrames.withhold;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.farside.RawTcp;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.OneProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept connections whose far side says nothing any more, or hears nothing. */
class GoneFarSideTest {
    private final AtomicInteger registered = new AtomicInteger();
    private final EventLoopGroup workers = new NioEventLoopGroup(1) {
        @Override
        public ChannelFuture register(Channel channel) {
            registered.incrementAndGet();
            return super.register(channel);
        }
    };

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        workers.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
    }

    /** Half open: the far side's machine has gone without a word; or it writes a frame that never ends. */
    @ParameterizedTest
    @ValueSource(strings = {"", "000134"})
    void aConnectionOnWhichNoFrameCameIsNotUsedAgain(String said) throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    byte[] request = request(in);
                    boolean second =
                            TcpStub.text(request, 4, 20).equals(withhold(2).serial());
                    out.write(second ? booked(request) : said.getBytes(StandardCharsets.US_ASCII));
                    in.readAllBytes();
                });
                ProvinceLink link = links(province, "connection: kept")) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.TIMEOUT));
            assertThat(link.send(withhold(2))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.connections).hasSize(2);
            awaitClosed(province);
        }
    }

    /** What it is answered would wait here without end. */
    @Test
    void whoSendsHeartbeatsAndReadsNoAnswerIsCutOff() throws Exception {
        ByteArrayOutputStream thousand = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            thousand.writeBytes(TcpStub.frame("PING"));
        }
        CountDownLatch over = new CountDownLatch(1);
        try (RawTcp province = new RawTcp((in, out) -> {
                    out.write(booked(request(in)));
                    for (int i = 0; i < 300; i++) {
                        out.write(thousand.toByteArray());
                    }
                    over.await();
                });
                ProvinceLink link =
                        links(province, "connection: kept\n  heartbeat: PING\n  heartbeat-answer: " + "P".repeat(64))) {
            assertThat(link.send(withhold(1))).isInstanceOf(ProvinceReply.Accepted.class);

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isCut(province));
        } finally {
            over.countDown();
        }
    }

    private static boolean isCut(RawTcp province) {
        try {
            province.connections.get(0).getOutputStream().write(TcpStub.frame("PING"));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whoReadsNoRequestGetsNoMoreOfThem() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (RawTcp province = new RawTcp((in, out) -> {
            in.read();
            begun.countDown();
            over.await();
        })) {
            KeptConnection connection = connection(province.endpoint());
            byte[] more = new byte[1 << 24];
            CompletableFuture<UnknownCause> first = Meanwhile.call(() -> cause(connection, "1", more));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(cause(connection, "2", new byte[64])).isEqualTo(UnknownCause.CONNECTION_CUT);
            assertThat(first.join()).isEqualTo(UnknownCause.CONNECTION_CUT);
            connection.close();
        } finally {
            over.countDown();
        }
    }

    /** No label of a name has so many characters (RFC 1035, section 2.3.4), so that nobody else is asked. */
    @Test
    void aNameIsLookedUpByWhoCallsAndNotByTheThreadsOfAllConnections() {
        KeptConnection connection = connection("n".repeat(70) + ".invalid:1");

        assertThat(cause(connection, "1", new byte[64])).isEqualTo(UnknownCause.NOT_CONNECTED);
        assertThat(registered).hasValue(0);
    }

    private static UnknownCause cause(KeptConnection connection, String serial, byte[] frame) {
        try {
            connection.exchange(serial, frame);
            throw new AssertionError("nobody answers");
        } catch (CallFailed failed) {
            return failed.reason();
        }
    }

    private KeptConnection connection(String endpoint) {
        TcpDialect dialect = new TcpDialect(Samples.CLOCK);
        ProvinceProfile profile = OneProfile.edited(
                "51-sichuan.yaml",
                "insurances:",
                "options: {connection: kept}\ninsurances:",
                dialect.needs(),
                endpoint);
        dialect.close();
        return new KeptConnection(profile, new TcpCodec(profile), workers);
    }

    private ProvinceLink links(RawTcp province, String options) {
        return new Links(folder)
                .edit("51-sichuan.yaml", "insurances:", "options:\n  " + options + "\ninsurances:")
                .lessHasty("51-sichuan.yaml")
                .set("tongban.province.51.endpoint", province.endpoint())
                .open();
    }
}
