package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Meanwhile;
import io.tongban.province.nearside.Passing;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles change while calls are made. */
class ReloadTest {
    private final TcpStub before = new TcpStub();
    private final TcpStub after = new TcpStub();
    private final Passing time = new Passing();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    private Links links;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        before.answering("B001", "");
        after.answering("C002", "");
        links = new Links(folder)
                .edit("51-sichuan.yaml", "reply: 10s", "reply: 30s")
                .set("tongban.province.51.endpoint", before.endpoint())
                .set("tongban.province.51.endpoint.new", after.endpoint())
                .clock(time)
                .ticker(time)
                .meters(meters);
        link = links.open();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        before.close();
        after.close();
    }

    @Test
    void takesOverAChangedProfile() {
        assertThat(code()).isEqualTo("B001");
        links.edit("51-sichuan.yaml", "51.endpoint}", "51.endpoint.new}");
        assertThat(code()).isEqualTo("B001");

        assertThat(link.reload()).isEmpty();
        assertThat(code()).isEqualTo("C002");
    }

    @Test
    void takesOverANewVersionByItsDate() throws IOException {
        Files.writeString(
                folder.resolve("51-sichuan-new.yaml"),
                Links.shipped("51-sichuan.yaml")
                        .replace("from: 2025-01-01", "from: 2026-11-24")
                        .replace("51.endpoint}", "51.endpoint.new}"));
        links.edit("51-sichuan.yaml", "from: 2025-01-01", "from: 2025-01-01, to: 2026-11-23");

        assertThat(link.reload()).isEmpty();
        assertThat(code()).isEqualTo("B001");

        // Midnight in Shanghai.
        time.pass(Duration.ofHours(6).plusMinutes(8));
        assertThat(code()).isEqualTo("C002");
    }

    @Test
    void letsACallThatRunsEndAsItBegan() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        before.script = (request, out, socket) -> {
            arrived.countDown();
            leave.await();
            out.write(TcpStub.frame(TcpStub.head(request, "B001")));
        };
        CompletableFuture<String> first = Meanwhile.call(this::code);
        arrived.await();
        links.edit("51-sichuan.yaml", "51.endpoint}", "51.endpoint.new}");

        assertThat(link.reload()).isEmpty();
        assertThat(code()).isEqualTo("C002");
        assertThat(link.reload()).isEmpty();

        leave.countDown();
        assertThat(first.get()).isEqualTo("B001");
    }

    @Test
    void letsASoapCallThatRunsEndAsItBegan() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (SoapStub guangdong = new SoapStub()) {
            links.set("tongban.province.44.endpoint", guangdong.endpoint())
                    .edit("44-guangdong.yaml", "reply: 10s", "reply: 30s");
            assertThat(link.reload()).isEmpty();
            guangdong.business = (http, request) -> {
                arrived.countDown();
                awaited(leave);
                SoapStub.reply(http, 200, SoapStub.envelope(SoapStub.result(request, "2001", "")));
            };
            CompletableFuture<ProvinceReply> first =
                    Meanwhile.call(() -> link.send(Samples.withhold(Samples.GUANGDONG)));
            arrived.await();
            guangdong.answering("2003", "");
            links.edit("44-guangdong.yaml", "operator: TONGBAN", "operator: TB2");

            assertThat(link.reload()).isEmpty();
            assertThat(((ProvinceReply.Refused) link.send(Samples.withhold(Samples.GUANGDONG))).provinceCode())
                    .isEqualTo("2003");
            leave.countDown();
            assertThat(((ProvinceReply.Refused) first.get()).provinceCode()).isEqualTo("2001");
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void staysAsItWasWhenAnyProfileIsWrong() {
        links.edit("51-sichuan.yaml", "51.endpoint}", "51.endpoint.new}");
        links.edit("44-guangdong.yaml", "frame-bytes: 65536", "frame-bytes: many");

        assertThat(link.reload())
                .contains("44-guangdong.yaml:15: \"limits.frame-bytes\" is not a number from 64 to 1048576");
        assertThat(code()).isEqualTo("B001");
        assertThat(meters.get("tongban.province.profiles.refused").counter().count())
                .isEqualTo(1);

        links.edit("44-guangdong.yaml", "frame-bytes: many", "frame-bytes: 65536");
        assertThat(link.reload()).isEmpty();
        assertThat(code()).isEqualTo("C002");
    }

    @Test
    void keepsWhatAnUnchangedProvinceHasLearnt() {
        links.edit("51-sichuan.yaml", "failures: 1000", "failures: 2");
        link.reload();
        before.script = (request, out, socket) -> {};
        assertThat(cause()).isEqualTo("connection-cut");
        assertThat(cause()).isEqualTo("connection-cut");
        assertThat(cause()).isEqualTo("circuit-open");

        links.edit("44-guangdong.yaml", "zh: 广东", "zh: 粤");
        assertThat(link.reload()).isEmpty();
        assertThat(link.facts(Samples.GUANGDONG).orElseThrow().nameZh()).isEqualTo("粤");
        assertThat(cause()).isEqualTo("circuit-open");

        links.edit("51-sichuan.yaml", "zh: 四川", "zh: 川");
        assertThat(link.reload()).isEmpty();
        assertThat(cause()).isEqualTo("connection-cut");
    }

    @Test
    void forgetsAProvinceWhoseFileIsGone() throws IOException {
        int shipped = link.provinces().size();
        Path yunmeng = folder.resolve("99-yunmeng.yaml");
        Files.copy(Path.of("src/test/resources/third-province/99-yunmeng.yaml"), yunmeng);
        links.set("tongban.province.99.endpoint", after.endpoint());
        assertThat(link.reload()).isEmpty();
        assertThat(link.provinces()).hasSize(shipped + 1);

        Files.delete(yunmeng);
        assertThat(link.reload()).isEmpty();
        assertThat(link.provinces()).hasSize(shipped);
        assertThat(link.turn(new ProvinceCode("99")).places()).isZero();
    }

    private String code() {
        return ((ProvinceReply.Refused) send()).provinceCode();
    }

    private String cause() {
        return ((ProvinceReply.Unknown) send()).cause().word();
    }

    private ProvinceReply send() {
        return link.send(Samples.withhold(Samples.SICHUAN));
    }
}
