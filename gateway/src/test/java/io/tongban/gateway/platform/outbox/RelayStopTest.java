package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.testing.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class RelayStopTest {
    private final Jdbi jdbi = TestDatabase.fresh();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Node node = new Node(jdbi);
    private final ScriptedHandler handler = new ScriptedHandler(jdbi, node.outbox, new LaneBounds(1, 1), lease -> {
        begun.countDown();
        Latches.await(goOn);
    });

    @Test
    void renewsTheLeaseOfACallThatTakesLong() {
        node.append("test.do", "s1", "test:a");
        node.start(handler, Map.of("tongban.outbox.poll-every", "PT0.02S", "tongban.outbox.renew-every", "PT0.02S"));
        Latches.await(begun);
        Instant first = leasedUntil();
        Eventually.holds("the lease ends later", () -> leasedUntil().isAfter(first));
        goOn.countDown();
        node.close();
        assertThat(Node.rows(jdbi)).isZero();
    }

    @Test
    void anOrderlyStopFinishesTheRunningCallAndBeginsNoOther() throws InterruptedException {
        node.append("test.do", "s1", "test:a");
        node.append("test.do", "s2", "test:a");
        node.start(handler);
        Latches.await(begun);
        Thread stop = new Thread(node::close);
        stop.start();
        Eventually.holds("the stop waits", () -> stop.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stop.join();
        assertThat(handler.handled).hasSize(1);
        assertThat(Node.rows(jdbi)).isEqualTo(1);
    }

    @Test
    void aStopDoesNotWaitLongerThanItsBound() {
        node.append("test.do", "s1", "test:a");
        node.start(handler, Map.of("tongban.outbox.drain", "PT0.05S"));
        Latches.await(begun);
        node.close();
        assertThat(handler.handled).isEmpty();
        assertThat(leasedUntil()).isNotNull();
        goOn.countDown();
    }

    private Instant leasedUntil() {
        return jdbi.withHandle(handle -> handle.createQuery("select leased_until from outbox")
                .mapTo(Instant.class)
                .one());
    }
}
