package io.tongban.province.dialect.tcp;

import static io.tongban.province.dialect.tcp.SichuanFrames.awaitClosed;
import static io.tongban.province.dialect.tcp.SichuanFrames.booked;
import static io.tongban.province.dialect.tcp.SichuanFrames.request;
import static io.tongban.province.dialect.tcp.SichuanFrames.sent;
import static io.tongban.province.dialect.tcp.SichuanFrames.withhold;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Configured;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.FreePort;
import io.tongban.province.farside.RawTcp;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.profile.OneProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sichuan over one connection for all calls. */
class KeptConnectionTest {
    private static final String KEPT = "connection: kept";
    private static final String BEATING = KEPT + "\n  heartbeat-every: 2s\n  heartbeat: PING\n  heartbeat-answer: PONG";

    @TempDir
    Path folder;

    @Test
    void allCallsGoOverOneConnection() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    while (true) {
                        out.write(booked(request(in)));
                    }
                });
                ProvinceLink link = links(province, KEPT).open()) {
            for (int i = 0; i < 3; i++) {
                assertThat(link.send(withhold(i))).isInstanceOf(ProvinceReply.Accepted.class);
            }
            assertThat(province.connections).hasSize(1);
        }
    }

    /** Both answers in one packet, the second first. */
    @Test
    void eachCallGetsTheAnswerWithItsSerial() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    byte[] first = booked(request(in));
                    byte[] second = booked(request(in));
                    byte[] both = new byte[first.length + second.length];
                    System.arraycopy(second, 0, both, 0, second.length);
                    System.arraycopy(first, 0, both, second.length, first.length);
                    out.write(both);
                    in.read();
                });
                ProvinceLink link = links(province, KEPT).open()) {
            CompletableFuture<ProvinceReply> one = sent(link, 1);
            CompletableFuture<ProvinceReply> two = sent(link, 2);

            assertThat(List.of(one.join(), two.join())).allMatch(ProvinceReply.Accepted.class::isInstance);
            assertThat(one.join().serial()).isNotEqualTo(two.join().serial());
            assertThat(province.connections).hasSize(1);
        }
    }

    /** A heartbeat of theirs shows that they are still there. */
    @Test
    void anAnswerThatComesTooLateIsNobodysAndTheConnectionGoesOn() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    byte[] late = booked(request(in));
                    out.write(TcpStub.frame(""));
                    byte[] next = request(in);
                    out.write(late);
                    out.write(booked(next));
                    in.read();
                });
                ProvinceLink link =
                        links(province, KEPT).lessHasty("51-sichuan.yaml").open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.TIMEOUT));
            assertThat(link.send(withhold(2))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.connections).hasSize(1);
        }
    }

    /** Who asked cannot be told, and the far side is there: the call says so, in place of a mere time-out. */
    @ParameterizedTest
    @ValueSource(strings = {"W261123175200999999Z", "", "short"})
    void anAnswerWithASerialOfNoCallIsToldByTheCallThatWaitsInVain(String serial) throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    request(in);
                    out.write(
                            TcpStub.frame(serial.length() > 10 ? TcpStub.head("2001", serial, "0000") : "?" + serial));
                    out.write(booked(request(in)));
                    in.read();
                });
                ProvinceLink link =
                        links(province, KEPT).lessHasty("51-sichuan.yaml").open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.UNREADABLE));
            assertThat(link.send(withhold(2))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.connections).as("nothing is wrong with it").hasSize(1);
        }
    }

    /** It may be a time-out of the others', and a breaker has to see those. */
    @Test
    void anAnswerWithASerialOfNoCallIsBlamedOnNoneOfSeveral() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    request(in);
                    request(in);
                    out.write(TcpStub.frame(TcpStub.head("2001", "W261123175200999999Z", "0000")));
                    in.read();
                });
                ProvinceLink link =
                        links(province, KEPT).hasty("51-sichuan.yaml").open()) {
            CompletableFuture<ProvinceReply> one = sent(link, 1);
            CompletableFuture<ProvinceReply> two = sent(link, 2);

            assertThat(List.of(one.join(), two.join()))
                    .containsExactly(
                            new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.TIMEOUT),
                            new ProvinceReply.Unknown(withhold(2).serial(), UnknownCause.TIMEOUT));
        }
    }

    /** However many were answered meanwhile. */
    @Test
    void anAnswerThatComesVeryLateIsNoStrangers() {
        AwaitedAnswers calls = new AwaitedAnswers(
                new TcpCodec(OneProfile.edited("51-sichuan.yaml", text -> text, Configured.dialects())));
        calls.forget(withhold(0).serial(), calls.add(withhold(0).serial()));
        for (int i = 1; i <= 2000; i++) {
            CompletableFuture<byte[]> answer = calls.add(withhold(i).serial());
            calls.frame(frame(i));
            assertThat(answer).isCompleted();
            calls.forget(withhold(i).serial(), answer);
        }
        String waits = withhold(3000).serial();
        CompletableFuture<byte[]> unused = calls.add(waits);

        calls.frame(frame(0));
        calls.frame(frame(2000));
        assertThat(calls.misled(waits)).as("late, and twice").isFalse();
        calls.frame(frame(4000));
        assertThat(calls.misled(waits)).isTrue();
    }

    private static byte[] frame(int call) {
        return TcpStub.head("2001", withhold(call).serial(), "0000").getBytes(TcpStub.GBK);
    }

    @Test
    void aConnectionThatEndsEndsItsCallsAndTheNextOpensAnother() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    byte[] request = request(in);
                    if (TcpStub.text(request, 4, 20).equals(withhold(2).serial())) {
                        out.write(booked(request));
                        in.read();
                    }
                });
                ProvinceLink link = links(province, KEPT).open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.CONNECTION_CUT));
            assertThat(link.send(withhold(2))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.connections).hasSize(2);
        }
    }

    @Test
    void whatIsNoFrameEndsTheConnection() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    request(in);
                    out.write("00x134".getBytes(StandardCharsets.US_ASCII));
                    in.read();
                });
                ProvinceLink link = links(province, KEPT).open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.UNREADABLE));
            awaitClosed(province);
        }
    }

    @Test
    void heartbeatsAreSentAndAnsweredAndAreNobodysAnswer() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (RawTcp province = new RawTcp((in, out) -> {
                    out.write(booked(request(in)));
                    out.write(TcpStub.frame("PING"));
                    while (true) {
                        String frame = TcpStub.text(request(in), 0, 4);
                        heard.add(frame);
                        if (frame.equals("PING")) {
                            out.write(TcpStub.frame("PONG"));
                        }
                    }
                });
                ProvinceLink link = links(province, BEATING.replace("2s", "5s")).open()) {
            assertThat(link.send(withhold(1))).isInstanceOf(ProvinceReply.Accepted.class);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> heard.stream().filter("PING"::equals).count() >= 3 && heard.contains("PONG"));
            assertThat(province.connections).hasSize(1);
        }
    }

    @Test
    void aHeartbeatMayHaveItsLengthBehindIt() throws Exception {
        CountDownLatch beaten = new CountDownLatch(1);
        try (RawTcp province = new RawTcp((in, out) -> {
                    in.readNBytes(4 + 6 + 181);
                    if (new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("PING000000")) {
                        beaten.countDown();
                    }
                });
                ProvinceLink link =
                        links(province, BEATING + "\n  length-offset: 4").open()) {
            link.send(withhold(1));

            assertThat(beaten.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** It comes with the answer of a call that was made meanwhile, before the next heartbeat was due. */
    @Test
    void aHeartbeatThatIsAnsweredLateDisturbsNoCall() throws Exception {
        CountDownLatch beaten = new CountDownLatch(1);
        try (RawTcp province = new RawTcp((in, out) -> {
                    out.write(booked(request(in)));
                    request(in);
                    beaten.countDown();
                    byte[] second = request(in);
                    out.write(TcpStub.frame("PONG"));
                    out.write(booked(second));
                    in.read();
                });
                ProvinceLink link = links(province, BEATING.replace("2s", "5s")).open()) {
            link.send(withhold(1));
            assertThat(beaten.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(link.send(withhold(2))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.connections).hasSize(1);
        }
    }

    @Test
    void aFarSideThatAnswersNoHeartbeatIsTakenForGone() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
                    out.write(booked(request(in)));
                    in.readAllBytes();
                });
                ProvinceLink link = links(province, BEATING).open()) {
            link.send(withhold(1));
            awaitClosed(province);

            assertThat(link.send(withhold(2))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.connections).hasSize(2);
        }
    }

    @Test
    void nobodyThereIsNotConnectedAndTheConnectionGoesWithTheLink() throws Exception {
        try (RawTcp province = new RawTcp((in, out) -> {
            out.write(booked(request(in)));
            in.readAllBytes();
        })) {
            ProvinceLink link = links(province, KEPT).open();
            link.send(withhold(1));
            link.close();
            awaitClosed(province);
        }
        try (ProvinceLink link = new Links(folder)
                .set("tongban.province.51.endpoint", "127.0.0.1:" + FreePort.any())
                .open()) {
            assertThat(link.send(withhold(1)))
                    .isEqualTo(new ProvinceReply.Unknown(withhold(1).serial(), UnknownCause.NOT_CONNECTED));
        }
    }

    private Links links(RawTcp province, String options) {
        return new Links(folder)
                .edit("51-sichuan.yaml", "insurances:", "options:\n  " + options + "\ninsurances:")
                .set("tongban.province.51.endpoint", province.endpoint());
    }
}
