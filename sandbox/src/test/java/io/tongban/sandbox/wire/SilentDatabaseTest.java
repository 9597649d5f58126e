package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.Node.Timed;
import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that keeps silent, is cut off, and comes back, while partners call. */
@ExtendWith(RunningSandbox.class)
class SilentDatabaseTest {
    /** The longest that a request may hang that was under way when the database fell silent. */
    private static final Duration LONGEST = Duration.ofSeconds(13);

    private final TestSandbox sandbox;
    private final Insuring insuring;
    private TcpProxy proxy;
    private Node node;

    SilentDatabaseTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @BeforeEach
    void startANodeBehindTheProxy() throws Exception {
        String url = sandbox.stack().postgres().jdbcUrl("gateway");
        proxy = new TcpProxy(URI.create(url.substring("jdbc:".length())).getPort());
        node = Node.of(
                sandbox.stack()
                        .startNode(
                                "behind-proxy",
                                Map.of(
                                        "quarkus.datasource.jdbc.url",
                                        "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/gateway")),
                sandbox);
    }

    @AfterEach
    void stop() throws Exception {
        proxy.pass();
        node.close();
        proxy.close();
    }

    @Test
    void aDatabaseThatKeepsSilentIsToldAtOnceAndForgottenWhenItIsBack() throws Exception {
        Insured insured = insuring.insured(node.partner("fengsong-delivery"), "44");
        assertServes(insured, "2026-05");

        proxy.silence();
        List<Reply> underWay = manyAtOnce(24);

        assertThat(underWay).allSatisfy(reply -> assertRefusedForNow(reply, LONGEST));
        assertUnreadyAndAlive();
        // Who had to wait for the database would do so each time; a machine that stands still does so now and then.
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(manyAtOnce(50))
                        .allSatisfy(reply -> assertRefusedForNow(reply, Duration.ofSeconds(4))));

        proxy.pass();
        assertReadyAgain();
        assertServes(insured, "2026-06");
    }

    @Test
    void aDatabaseThatIsCutOffIsToldAtOnceAndForgottenWhenItIsBack() throws Exception {
        Insured insured = insuring.insured(node.partner("fengsong-delivery"), "44");

        proxy.cut();
        assertThat(manyAtOnce(24)).allSatisfy(reply -> assertRefusedForNow(reply, Duration.ofSeconds(6)));
        assertUnreadyAndAlive();
        int lines = warningsOfTheCache();

        proxy.pass();
        assertReadyAgain();
        assertThat(lines).as("lines of the cache that is read each second").isZero();
        // Nothing of the time before is left in the pool: the very first calls are served.
        assertThat(manyAtOnce(24))
                .allSatisfy(reply -> assertThat(reply.answer().status()).isIn(201, 404));
        assertServes(insured, "2026-07");
    }

    /** Readiness and each 503 tell of a database that is away; a second's reading that failed is no news. */
    private int warningsOfTheCache() throws IOException {
        try (Stream<String> log = Files.lines(node.process().log())) {
            return (int) log.filter(line -> line.contains("caffeine")).count();
        }
    }

    private record Reply(Answer answer, Duration took) {}

    private List<Reply> manyAtOnce(int count) throws Exception {
        ByHand partner = node.partner("fengsong-delivery");
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Call call = i % 3 == 0
                    ? partner.post("/v1/workers", sandbox.registration("44"))
                    : partner.get("/v1/workers/wkr_00000000000000000000000000");
            calls.add(() -> {
                long begin = System.nanoTime();
                Answer answer = node.wire().sendUnchecked(call);
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                // To fetch keys and to verify takes time of our own.
                return new Reply(node.wire().verified(call, answer), took);
            });
        }
        ExecutorService callers = Executors.newFixedThreadPool(count);
        try {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : callers.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            callers.shutdownNow();
        }
    }

    private static void assertRefusedForNow(Reply reply, Duration atMost) {
        assertThat(reply.answer().status())
                .as("%s", new String(reply.answer().body()))
                .isEqualTo(503);
        assertThat(reply.answer().text("code")).isEqualTo("unavailable");
        assertThat(reply.answer().json().path("retryable").asBoolean()).isTrue();
        assertThat(reply.answer().field("retry-after")).isNotEmpty();
        assertThat(reply.took()).isLessThan(atMost);
    }

    private void assertUnreadyAndAlive() {
        // It is told from the last look at the database, which may be some seconds old.
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Timed ready = node.health("ready");
            assertThat(ready.took()).isLessThan(Duration.ofSeconds(2));
            assertThat(ready.status()).isEqualTo(503);
        });
        // A JVM that stands still for a moment is not one that waits for its database, which it would do each time.
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Timed live = node.health("live");
            assertThat(live.status()).isEqualTo(200);
            assertThat(live.took()).isLessThan(Duration.ofSeconds(2));
        });
    }

    private void assertReadyAgain() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> node.health("ready").status() == 200);
    }

    /** A withholding is taken, goes out by the outbox, and is settled. */
    private void assertServes(Insured insured, String period) {
        ByHand partner = node.partner("fengsong-delivery");
        Answer taken =
                node.wire().send(partner.post("/v1/withholdings", People.order(insured, period, Insuring.AMOUNT_FEN)));
        assertThat(taken.status()).as("%s", new String(taken.body())).isEqualTo(202);
        String target = "/v1/withholdings/" + taken.text("id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> node.wire().send(partner.get(target)).text("state").equals("CONFIRMED"));
    }
}
