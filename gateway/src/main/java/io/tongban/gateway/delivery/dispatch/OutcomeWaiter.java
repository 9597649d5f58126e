package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;

/** Lets a request wait for the outcome of what it has committed (RFC 7240, {@code Prefer: wait}). */
@ApplicationScoped
public class OutcomeWaiter {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final DispatchConfig config;
    private final OutcomeSignals signals;
    private final ProvinceAvailability availability;
    private final Semaphore places;

    OutcomeWaiter(
            Jdbi jdbi,
            Outbox outbox,
            DispatchConfig config,
            OutcomeSignals signals,
            ProvinceAvailability availability) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.config = config;
        this.signals = signals;
        this.availability = availability;
        this.places = new Semaphore(config.waitingPlaces());
    }

    /**
     * Waits until the subject has no work left at its province, settled by this node or another, or handed to a person.
     * Call it after the commit, and outside of any transaction.
     *
     * @param atMost how long to wait; also bounded by configuration
     * @return whether nothing is left; false when time or the places to wait ran out, and at once while the province is
     *     closed or this node stops
     */
    public boolean await(String subjectId, ProvinceCode province, Duration atMost) {
        if (!availability.isOpen(province) || !places.tryAcquire()) {
            return false;
        }
        Duration wait = atMost.compareTo(config.longestWait()) < 0 ? atMost : config.longestWait();
        try (OutcomeSignals.Waiter waiter = signals.register(subjectId)) {
            return settledWithin(subjectId, waiter, System.nanoTime() + wait.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            places.release();
        }
    }

    private boolean settledWithin(String subjectId, OutcomeSignals.Waiter waiter, long end)
            throws InterruptedException {
        while (isOpen(subjectId)) {
            long left = end - System.nanoTime();
            if (left <= 0 || signals.isReleased()) {
                return false;
            }
            if (waiter.await(Math.min(left, config.waitPoll().toNanos()))) {
                return !signals.isReleased() || !isOpen(subjectId);
            }
        }
        return true;
    }

    private boolean isOpen(String subjectId) {
        return jdbi.withHandle(handle -> outbox.isOpen(handle, ProvinceHandler.GROUP, subjectId));
    }
}
