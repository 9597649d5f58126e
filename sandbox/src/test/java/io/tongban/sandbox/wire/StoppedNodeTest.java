package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.wire.People.Insured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes, one of which is told to stop, or is killed, while partners call and wait; the other answers on. */
@ExtendWith(RunningSandbox.class)
class StoppedNodeTest {
    private static final String SLOW = "44";
    private static final int CALLERS = 8;

    private final TestSandbox sandbox;
    private final Insuring insuring;
    private Node leaving;

    StoppedNodeTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @BeforeEach
    void startASecondNode() throws Exception {
        leaving = Node.of(
                sandbox.stack()
                        .startNode(
                                "leaving",
                                Map.of(
                                        "quarkus.shutdown.delay",
                                        "PT4S",
                                        "tongban.limits.requests-per-minute",
                                        "600000")),
                sandbox);
    }

    @AfterEach
    void stop() {
        province().faults().latency(Duration.ZERO, Duration.ZERO);
        leaving.close();
    }

    @Test
    void sigtermCutsNobodyOffAndTheOtherNodeHasTheAnswers() throws Exception {
        ByHand partner = leaving.partner("fengsong-delivery");
        Insured insured = insuring.insured(partner, SLOW);
        List<Insured> others = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            others.add(insuring.insured(partner, SLOW));
        }
        province().faults().latency(Duration.ofSeconds(6), Duration.ZERO);
        String order = People.order(insured, "2026-05", Insuring.AMOUNT_FEN);
        String key = TestSandbox.key();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 2);
        try {
            CountDownLatch running = new CountDownLatch(CALLERS);
            List<Future<KeepAliveCaller.Log>> load = new ArrayList<>();
            for (Insured one : others) {
                load.add(callers.submit(() -> new KeepAliveCaller(
                                leaving.process().base(), running)
                        .untilTurnedAway(n -> n % 10 == 0 && n < 30
                                ? partner.post("/v1/withholdings", People.order(one, month(n), Insuring.AMOUNT_FEN))
                                : partner.get("/v1/workers/" + one.workerId()))));
            }
            assertThat(running.await(1, TimeUnit.MINUTES)).as("all call").isTrue();
            // Only now, for what follows has to come before the province answers.
            Future<Answer> waiting = callers.submit(() -> leaving.wire().send(waiting(partner, order, key)));
            awaitStored(key);

            Future<Integer> unready = callers.submit(this::unreadyAtLast);
            leaving.process().terminate();

            Answer known = waiting.get();
            assertThat(known.status()).as("%s", new String(known.body())).isEqualTo(202);
            assertThat(known.text("state")).as("before the province answers").isIn("ACCEPTED", "IN_PROCESS");
            Answer again = sandbox.wire().send(waiting(sandbox.delivery(), order, key));
            assertThat(again.status()).as("%s", new String(again.body())).isEqualTo(202);
            assertThat(again.body()).isEqualTo(known.body());
            assertThat(again.field("idempotent-replayed")).isEqualTo("true");

            assertThat(unready.get()).isEqualTo(503);
            for (Future<KeepAliveCaller.Log> one : load) {
                KeepAliveCaller.Log log = one.get();
                assertThat(log.cuts()).as("answers that were cut").isEmpty();
                assertThat(log.statuses()).containsOnly(200, 202, 503);
                assertThat(log.statuses()).as("served after it was told").hasSizeGreaterThan(3);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !leaving.process().alive());
            // What was under way at the province was waited for: nobody has to inquire after a lost lease.
            assertThat(insuring.settled(sandbox.delivery(), known.text("id"))
                            .get("state")
                            .asText())
                    .isEqualTo("CONFIRMED");
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aNodeThatIsKilledWhileARequestWaitsKeepsNobodyFromTheAnswer() throws Exception {
        ByHand partner = leaving.partner("fengsong-delivery");
        Insured insured = insuring.insured(partner, SLOW);
        province().faults().latency(Duration.ofSeconds(6), Duration.ZERO);
        String order = People.order(insured, "2026-05", Insuring.AMOUNT_FEN);
        String key = TestSandbox.key();
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> leaving.wire().send(waiting(partner, order, key)));
        awaitStored(key);

        leaving.process().kill();

        Answer again = sandbox.wire().send(sandbox.delivery().post("/v1/withholdings", order, key));
        assertThat(again.status()).as("%s", new String(again.body())).isEqualTo(202);
        assertThat(again.text("state")).isEqualTo("ACCEPTED");
        assertThat(waiting.handle((answer, cut) -> cut).join()).isNotNull();
    }

    /** Asked all the time, since a node that leaves says so for four seconds. */
    private int unreadyAtLast() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> leaving.health("ready").status(), status -> status != 200);
    }

    private static Call waiting(ByHand partner, String order, String key) {
        Call call = partner.unsigned("POST", "/v1/withholdings", order)
                .with("idempotency-key", key)
                .with("prefer", "wait=10");
        return partner.signed(call);
    }

    private static String month(int n) {
        return "2026-%02d".formatted(1 + n / 10);
    }

    private void awaitStored(String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sandbox.count(
                                "select count(*) from idempotency where status is not null and key = '" + key + "'")
                        == 1);
    }

    private Simulator province() {
        return sandbox.province(SLOW);
    }
}
