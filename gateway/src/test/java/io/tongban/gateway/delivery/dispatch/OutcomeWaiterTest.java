package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.province.ProvinceCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutcomeWaiterTest {
    private static final ProvinceCode GUANGDONG = new ProvinceCode("44");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Map<String, String> PATIENT = Map.of("tongban.dispatch.longest-wait", "PT30S");
    private static final Map<String, String> FOR_EVER = Map.of("tongban.dispatch.longest-wait", "PT24H");
    /** Far more than a check needs, far less than any wait of these tests. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final Map<String, String> NEVER_POLLS =
            Map.of("tongban.dispatch.longest-wait", "PT30S", "tongban.dispatch.wait-poll", "PT1H");

    private final Bench bench = new Bench();

    @Test
    void isTrueAtOnceForASubjectWithoutWork() {
        assertThat(bench.outcomes(Map.of()).await("s1", GUANGDONG, Duration.ZERO))
                .isTrue();
    }

    @Test
    void isFalseWhenTimeRunsOut() {
        bench.accept("s1");
        assertThat(bench.outcomes(Map.of()).await("s1", GUANGDONG, Duration.ofMillis(20)))
                .isFalse();
    }

    @Test
    void isFalseAtOnceWhileTheProvinceIsClosed() throws Exception {
        bench.accept("s1");
        bench.farSide.places = 0;
        assertThat(atOnce(bench.outcomes(FOR_EVER))).isFalse();
    }

    @Test
    void theConfiguredBoundEndsALongerWait() {
        bench.accept("s1");
        OutcomeWaiter outcomes = bench.outcomes(Map.of("tongban.dispatch.longest-wait", "PT0.02S"));
        assertThat(outcomes.await("s1", GUANGDONG, Duration.ofDays(1))).isFalse();
    }

    @Test
    void aSettlementOnThisNodeWakesTheRequestWithoutAPoll() throws Exception {
        bench.accept("s1");
        CompletableFuture<Boolean> waiting = waiting(bench.outcomes(NEVER_POLLS), "s1");
        try (bench) {
            bench.start();
            assertThat(waiting.get()).isTrue();
        }
        assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("CONFIRMED1");
    }

    @Test
    void aSettlementOnAnotherNodeIsFoundByPolling() throws Exception {
        bench.accept("s1");
        CompletableFuture<Boolean> waiting = waiting(bench.outcomes(PATIENT), "s1");
        bench.jdbi.useHandle(handle -> handle.execute("delete from outbox"));
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void answersAtOnceWhenAllPlacesToWaitAreTaken() throws Exception {
        bench.accept("s1");
        OutcomeWaiter outcomes = bench.outcomes(
                Map.of("tongban.dispatch.longest-wait", "PT24H", "tongban.dispatch.waiting-places", "1"));
        CompletableFuture<Boolean> first = waiting(outcomes, "s1");
        Eventually.holds("the place is taken", () -> bench.signals.waiting() == 1);
        assertThat(atOnce(outcomes)).isFalse();
        bench.jdbi.useHandle(handle -> handle.execute("delete from outbox"));
        assertThat(first.get()).isTrue();
    }

    /** Without the check under test this would wait for a day: what is at once cannot be told from late by its answer. */
    private static boolean atOnce(OutcomeWaiter outcomes) throws Exception {
        return waiting(outcomes, "s1", Duration.ofDays(1)).get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }

    private static CompletableFuture<Boolean> waiting(OutcomeWaiter outcomes, String subjectId) {
        return waiting(outcomes, subjectId, LONG);
    }

    private static CompletableFuture<Boolean> waiting(OutcomeWaiter outcomes, String subjectId, Duration atMost) {
        return CompletableFuture.supplyAsync(() -> outcomes.await(subjectId, GUANGDONG, atMost), task -> {
            Thread thread = new Thread(task, "waiting");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
