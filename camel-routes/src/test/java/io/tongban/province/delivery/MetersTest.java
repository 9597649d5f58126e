package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetersTest {
    private final TcpStub province = new TcpStub();
    private final Passing time = new Passing();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    private Links links;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        links = new Links(folder)
                .edit("51-sichuan.yaml", "{failures: 1000, pause: 15s}", "{failures: 2, pause: 15s}")
                .edit("51-sichuan.yaml", "reply: 10s", "reply: 30s")
                .set("tongban.province.51.endpoint", province.endpoint())
                .clock(time)
                .ticker(time)
                .meters(meters);
        link = links.open();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        province.close();
    }

    @Test
    void timesCallsInFewBuckets() {
        province.script = (request, out, socket) -> {
            time.pass(Duration.ofMillis(300));
            out.write(TcpStub.frame(TcpStub.head(request, "B001")));
        };
        send();

        Timer timer = meters.get("tongban.province.calls")
                .tags("province", "51", "dialect", "tcp", "command", "withhold", "outcome", "refused")
                .timer();
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(300);
        assertThat(List.of(timer.takeSnapshot().histogramCounts()))
                .hasSize(11)
                .filteredOn(bucket -> bucket.count() == 0)
                .extracting(CountAtBucket::bucket)
                .allMatch(nanos -> nanos < 300_000_000);
    }

    @Test
    void showsTheBreakerAndWhoWasTurnedAwayByIt() {
        assertThat(gauge("tongban.province.breaker", "51")).isZero();
        province.script = (request, out, socket) -> {};
        send();
        send();
        assertThat(gauge("tongban.province.breaker", "51")).isEqualTo(1);
        assertThat(gauge("tongban.province.breaker", "44")).isZero();
        send();
        assertThat(meters.get("tongban.province.turned-away")
                        .tags("province", "51", "dialect", "tcp", "cause", "circuit-open")
                        .counter()
                        .count())
                .isEqualTo(1);

        time.pass(Duration.ofSeconds(19));
        assertThat(gauge("tongban.province.breaker", "51")).isEqualTo(0.5);
        province.answering("B001", "");
        send();
        assertThat(gauge("tongban.province.breaker", "51")).isZero();
    }

    @Test
    void showsHowManyCallsAreInFlightAlsoAfterAReload() throws Exception {
        links.edit("51-sichuan.yaml", "zh: 四川", "zh: 川");
        assertThat(link.reload()).isEmpty();
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        province.script = (request, out, socket) -> {
            arrived.countDown();
            leave.await();
        };
        CompletableFuture<ProvinceReply> first = Meanwhile.call(this::send);
        CompletableFuture<ProvinceReply> second = Meanwhile.call(this::send);
        arrived.await();
        assertThat(gauge("tongban.province.in-flight", "51")).isEqualTo(2);

        leave.countDown();
        CompletableFuture.allOf(first, second).get();
        assertThat(gauge("tongban.province.in-flight", "51")).isZero();
    }

    @Test
    void showsOneRowForAllVersionsOfAProvince() throws IOException {
        links.edit("51-sichuan.yaml", "from: 2025-01-01", "from: 2025-01-01, to: 2026-12-31");
        Files.writeString(
                folder.resolve("51-next.yaml"),
                Links.shipped("51-sichuan.yaml").replace("from: 2025-01-01", "from: 2027-01-01"));
        assertThat(link.reload()).isEmpty();

        assertThat(meters.find("tongban.province.breaker").gauges())
                .extracting(Meter::getId)
                .extracting(id -> id.getTag("province") + " " + id.getTag("dialect"))
                .contains("44 soap", "51 tcp")
                .doesNotHaveDuplicates();
    }

    private double gauge(String name, String province) {
        return meters.get(name).tag("province", province).gauge().value();
    }

    private ProvinceReply send() {
        return link.send(Samples.withhold(Samples.SICHUAN));
    }
}
