package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceFacts.Health;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.CallCapacity;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A province that does not answer is called no more for a while, and then by one call at a time. */
class LeftInPeaceTest {
    private static final TcpStub.Script SILENCE = (request, out, socket) -> {};
    private static final ProvinceReply LEFT = new ProvinceReply.Unknown(Samples.SERIAL, "left-in-peace");

    private final TcpStub province = new TcpStub();
    private final Passing time = new Passing();

    @TempDir
    Path folder;

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = new Links(folder)
                .edit("51-sichuan.yaml", "{failures: 1000, pause: 15s}", "{failures: 6, pause: 10s}")
                .edit("51-sichuan.yaml", "reply: 600ms", "reply: 30s")
                .set("tongban.province.51.endpoint", province.endpoint())
                .clock(time)
                .ticker(time)
                .open();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        province.close();
    }

    @Test
    void isCalledNoMoreAfterSoManyFailuresInARow() {
        fail(5);
        assertThat(turn()).isEqualTo(new CallCapacity(16, null));
        assertThat(health()).isEqualTo(Health.DEGRADED);
        fail(1);

        assertThat(send()).isEqualTo(LEFT);
        assertThat(link.resume(Samples.withhold(Samples.SICHUAN), Instant.EPOCH.plus(Duration.ofDays(20_500))))
                .isEqualTo(LEFT);
        assertThat(province.requests).hasSize(6);
        assertThat(health()).isEqualTo(Health.DOWN);
        assertThat(turn().places()).isZero();
        assertThat(turn().notBefore())
                .isBetween(time.instant().plusSeconds(10), time.instant().plusMillis(12_500));
    }

    @Test
    void isTriedByOneCallAtATimeAfterThePause() throws Exception {
        fail(6);
        time.pass(Duration.ofSeconds(13));
        assertThat(turn()).isEqualTo(new CallCapacity(1, null));
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        province.script = (request, out, socket) -> {
            arrived.countDown();
            leave.await();
            out.write(TcpStub.frame(TcpStub.head(request, "B001")));
        };
        CompletableFuture<ProvinceReply> first = CompletableFuture.supplyAsync(this::send);
        arrived.await();

        assertThat(send()).isEqualTo(LEFT);
        assertThat(turn()).isEqualTo(new CallCapacity(0, time.instant().plusSeconds(1)));

        leave.countDown();
        assertThat(first.get()).isInstanceOf(ProvinceReply.Refused.class);
        assertThat(turn()).isEqualTo(new CallCapacity(16, null));
        assertThat(province.requests).hasSize(7);
    }

    @Test
    void isLeftInPeaceForLongerWhenTheTryFails() {
        fail(6);
        time.pass(Duration.ofSeconds(13));
        fail(1);

        assertThat(turn().notBefore()).isAfterOrEqualTo(time.instant().plusSeconds(20));
        assertThat(send()).isEqualTo(LEFT);
    }

    @Test
    void isNotTriedByWhatCannotBeSent() {
        fail(6);
        time.pass(Duration.ofSeconds(13));
        InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, "𠮷小明", Samples.MOBILE);

        assertThat(link.send(Samples.register(Samples.SICHUAN, person))).isInstanceOf(ProvinceReply.Refused.class);
        assertThat(turn()).isEqualTo(new CallCapacity(1, null));
    }

    @Test
    void refusalsAreAnswers() {
        province.answering("B001", "");
        for (int call = 0; call < 10; call++) {
            assertThat(send()).isInstanceOf(ProvinceReply.Refused.class);
        }

        assertThat(health()).isEqualTo(Health.UP);
    }

    private void fail(int times) {
        province.script = SILENCE;
        for (int call = 0; call < times; call++) {
            assertThat(send()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, "connection-cut"));
        }
    }

    private ProvinceReply send() {
        return link.send(Samples.withhold(Samples.SICHUAN));
    }

    private CallCapacity turn() {
        return link.turn(Samples.SICHUAN);
    }

    private Health health() {
        return link.facts(Samples.SICHUAN).orElseThrow().health();
    }
}
