package io.tongban.province.delivery;

import io.tongban.province.profile.CircuitBreakerSettings;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a province in peace that has not answered for a while. After a pause one call at a time tries whether it
 * answers again; each try that fails doubles the pause, up to eight times the first.
 */
final class CircuitBreaker {
    /** In place of a number from {@link #enter()}: no call now. */
    static final long CIRCUIT_OPEN = -1;

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);
    private static final int LONGEST = 8;
    /** While one call tries, the others look again after this. */
    private static final Duration WHILE_ONE_TRIES = Duration.ofSeconds(1);

    private final String province;
    private final CircuitBreakerSettings settings;
    private final LongSupplier nanos;
    private final RandomGenerator random;

    private boolean open;
    private boolean trying;
    private int failures;
    private int factor = 1;
    private long until;
    /** Counts how often it opened and closed: a call that began before says nothing of what is now. */
    private long era;

    CircuitBreaker(String province, CircuitBreakerSettings settings, LongSupplier nanos, RandomGenerator random) {
        this.province = province;
        this.settings = settings;
        this.nanos = nanos;
        this.random = random;
    }

    enum State {
        CLOSED,
        /** The pause is over, and no call has shown yet whether the province answers again. */
        HALF_OPEN,
        OPEN
    }

    synchronized State state() {
        if (!open) {
            return State.CLOSED;
        }
        return nanos.getAsLong() - until < 0 ? State.OPEN : State.HALF_OPEN;
    }

    /** How long it makes no sense to call; zero if it does. */
    synchronized Duration rest() {
        return switch (state()) {
            case CLOSED -> Duration.ZERO;
            case HALF_OPEN -> trying ? WHILE_ONE_TRIES : Duration.ZERO;
            case OPEN -> Duration.ofNanos(until - nanos.getAsLong());
        };
    }

    /** @return a number to leave with, or {@link #CIRCUIT_OPEN} */
    synchronized long enter() {
        if (!open) {
            return era;
        }
        if (trying || state() == State.OPEN) {
            return CIRCUIT_OPEN;
        }
        trying = true;
        return era;
    }

    /** @param entered what {@link #enter()} returned for this call */
    synchronized void leave(long entered, Verdict verdict) {
        if (entered != era) {
            return;
        }
        trying = false;
        switch (verdict) {
            case REACHED -> close();
            case FAILED -> failed();
            case NEITHER -> {}
        }
    }

    private void failed() {
        failures++;
        if (open || failures >= settings.failures()) {
            open();
        }
    }

    private void open() {
        // A little longer than said, so that many nodes do not try in the same moment.
        Duration pause = settings.pause().multipliedBy(factor);
        Duration jittered = pause.plusNanos((long) (pause.toNanos() * 0.25 * random.nextDouble()));
        LOG.warn("province {} is not called for {}: its circuit breaker opened", province, jittered);
        until = nanos.getAsLong() + jittered.toNanos();
        factor = Math.min(LONGEST, factor * 2);
        open = true;
        failures = 0;
        era++;
    }

    private void close() {
        failures = 0;
        if (open) {
            LOG.info("province {} answers again", province);
            open = false;
            factor = 1;
            era++;
        }
    }
}
