package io.tongban.gateway.delivery.dispatch;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the requests of this node that wait for a subject when it is settled. */
@ApplicationScoped
class OutcomeSignals {
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private volatile boolean released;

    /** To be closed; register before looking whether the subject is settled already. */
    Waiter register(String subjectId) {
        Waiter waiter = new Waiter(subjectId);
        waiters.add(waiter);
        return waiter;
    }

    void settled(String subjectId) {
        for (Waiter waiter : waiters) {
            if (waiter.subjectId.equals(subjectId)) {
                waiter.settled.countDown();
            }
        }
    }

    /** Those who wait now, and those who would: the node stops, and what is known has to do. */
    void release(@Observes ShutdownDelayInitiatedEvent stopping) {
        released = true;
        waiters.forEach(waiter -> waiter.settled.countDown());
    }

    boolean isReleased() {
        return released;
    }

    int waiting() {
        return waiters.size();
    }

    /** One request that waits. */
    final class Waiter implements AutoCloseable {
        private final String subjectId;
        private final CountDownLatch settled = new CountDownLatch(1);

        private Waiter(String subjectId) {
            this.subjectId = subjectId;
        }

        boolean await(long nanos) throws InterruptedException {
            return settled.await(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            waiters.remove(this);
        }
    }
}
