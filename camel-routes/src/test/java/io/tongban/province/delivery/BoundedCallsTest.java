package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedCallsTest {
    private final TcpStub province = new TcpStub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws IOException {
        province.close();
    }

    private ProvinceLink open(String waitForCall) {
        return new Links(folder)
                .edit("51-sichuan.yaml", "reply: 10s", "reply: 30s")
                .edit("51-sichuan.yaml", "calls-at-once: 16", "calls-at-once: 1")
                .edit("51-sichuan.yaml", "wait-for-call: 2s", "wait-for-call: " + waitForCall)
                .set("tongban.province.51.endpoint", province.endpoint())
                .meters(meters)
                .open();
    }

    @Test
    void turnsACallAwayWhenAllPlacesAreTaken() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        province.script = (request, out, socket) -> {
            arrived.countDown();
            leave.await();
            out.write(TcpStub.frame(TcpStub.head(request, "0000") + "510000000001"));
        };
        try (ProvinceLink link = open("1ms")) {
            CompletableFuture<ProvinceReply> first = Meanwhile.call(() -> link.send(Samples.register(Samples.SICHUAN)));
            arrived.await();

            assertThat(link.send(Samples.register(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.BUSY));

            leave.countDown();
            assertThat(first.get()).isInstanceOf(ProvinceReply.Accepted.class);
        }
        assertThat(province.requests).hasSize(1);
    }

    @Test
    void turnsACallAwayThatWouldComeTooSoonAfterTheOneBefore() {
        province.answering("B001", "");
        Passing time = new Passing();
        Links links = new Links(folder)
                .edit("51-sichuan.yaml", "rate: 1000/s", "rate: 1/s")
                .edit("51-sichuan.yaml", "wait-for-call: 2s", "wait-for-call: 999ms")
                .set("tongban.province.51.endpoint", province.endpoint())
                .ticker(time);
        try (ProvinceLink link = links.open()) {
            assertThat(link.send(Samples.register(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Refused.class);
            assertThat(link.send(Samples.register(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.BUSY));

            time.pass(Duration.ofSeconds(1));
            assertThat(link.send(Samples.register(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Refused.class);
        }
        assertThat(province.requests).hasSize(2);
    }

    @Test
    void leavesNoPlaceTakenBehind() {
        province.script = (request, out, socket) -> {};
        try (ProvinceLink link = open("30s")) {
            for (int call = 0; call < 3; call++) {
                assertThat(link.send(Samples.register(Samples.SICHUAN)))
                        .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.CONNECTION_CUT));
            }
        }
    }

    @Test
    void doesNotSendForACallerWhoWasInterrupted() {
        try (ProvinceLink link = open("30s")) {
            Thread.currentThread().interrupt();

            assertThat(link.send(Samples.register(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.INTERRUPTED));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(province.requests).isEmpty();
    }

    @Test
    void isUnknownAfterTheLinkWasClosed() {
        ProvinceLink link = open("1s");
        link.close();

        assertThat(link.send(Samples.register(Samples.SICHUAN)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.FAILED));
    }

    @Test
    void countsCallsByProvinceCommandAndOutcome() {
        province.answering("B001", "");
        try (ProvinceLink link = open("1s")) {
            link.send(Samples.withhold(Samples.SICHUAN));
            link.resume(Samples.withhold(Samples.SICHUAN), Samples.CLOCK.instant());
        }

        assertThat(count("withhold", "refused")).isEqualTo(1);
        assertThat(count("inquire", "refused")).isEqualTo(1);
    }

    private long count(String command, String outcome) {
        return meters.get("tongban.province.calls")
                .tags("province", "51", "command", command, "outcome", outcome)
                .timer()
                .count();
    }
}
