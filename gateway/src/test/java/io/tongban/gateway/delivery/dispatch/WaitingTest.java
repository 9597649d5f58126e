package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What waits: for a closed province, for an outcome, for its turn. */
class WaitingTest {
    private static final Instant IN_TWO_HOURS = Instant.now().plusSeconds(7200);

    @Test
    void aClosedProvinceIsLeftAloneAndCostsNoTries() {
        try (Bench bench = new Bench()) {
            bench.farSide.places = 0;
            bench.accept("s1");
            bench.start();
            Eventually.holds("the gate was asked twice", () -> bench.farSide.availability.get() > 1);
            assertThat(attempts(bench)).isZero();
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("ACCEPTED0");
            bench.farSide.places = 1;
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls).containsExactly("send");
        }
    }

    @Test
    void noMoreCallsAreMadeAtOnceThanTheProvinceHasPlacesFor() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Bench bench = new Bench()) {
            bench.farSide.places = 2;
            for (int i = 0; i < 20; i++) {
                bench.accept("s" + i);
                bench.farSide.faults.add(reply -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    running.decrementAndGet();
                    return reply;
                });
            }
            bench.start();
            Node.awaitEmpty(bench.jdbi);
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void theCallsOfAllTriesAreNoted() {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 3; i++) {
                bench.farSide.faults.add(reply -> new ProvinceReply.Unknown(reply.serial(), UnknownCause.TIMEOUT));
            }
            bench.accept("s1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.steps("s1"))
                    .extracting(Step::what, Step::outcome, Step::cause, Step::times)
                    .containsExactly(
                            tuple(Step.What.SENT, "unknown", "timeout", 1),
                            tuple(Step.What.INQUIRED, "unknown", "timeout", 2),
                            tuple(Step.What.INQUIRED, "accepted", null, 1));
        }
    }

    @Test
    void whatTheProvinceHasReceivedHoldsNothingOfItsWorkerUp() {
        try (Bench bench = new Bench()) {
            bench.farSide.faults.add(reply -> new ProvinceReply.Pending(reply.serial(), IN_TWO_HOURS));
            bench.accept("s1", "worker-1");
            bench.accept("s2", "worker-1");
            bench.start();
            Eventually.holds(
                    "the second is done", () -> BookTask.state(bench.jdbi, "s2").equals("CONFIRMED1"));
            assertThat(BookTask.state(bench.jdbi, "s1")).isEqualTo("IN_PROCESS0");
        }
    }

    @Test
    void whatMayNotHaveArrivedHoldsTheRestOfItsWorkerUp() {
        try (Bench bench = new Bench()) {
            for (int i = 0; i < 5; i++) {
                bench.farSide.faults.add(reply -> new ProvinceReply.Unknown(reply.serial(), UnknownCause.TIMEOUT));
            }
            bench.accept("s1", "worker-1");
            bench.accept("s2", "worker-1");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.farSide.calls)
                    .containsExactly("send", "resume", "resume", "resume", "resume", "resume", "send");
        }
    }

    private static int attempts(Bench bench) {
        return bench.jdbi.withHandle(handle -> handle.createQuery("select attempts from outbox")
                .mapTo(Integer.class)
                .one());
    }
}
