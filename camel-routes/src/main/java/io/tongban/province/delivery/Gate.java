package io.tongban.province.delivery;

import io.tongban.province.CallCapacity;
import io.tongban.province.ProvinceFacts.Health;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.profile.Limits;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The one way into a province's system: so many calls at once, so many a second, and none while its circuit is open.
 * Whoever does not get a turn in time is turned away, so that a province that hangs takes no more threads than it has
 * places.
 */
final class Gate {
    private final Limits limits;
    private final LongSupplier nanos;
    private final Semaphore places;
    private final Rate rate;
    private final CircuitBreaker breaker;
    private final RecentCalls recent = new RecentCalls();

    Gate(ProvinceProfile profile, LongSupplier nanos, RandomGenerator random) {
        this.limits = profile.limits();
        this.nanos = nanos;
        this.places = new Semaphore(limits.callsAtOnce(), true);
        this.rate = new Rate(limits.callsPerSecond(), nanos);
        this.breaker = new CircuitBreaker(profile.code().value(), profile.breaker(), nanos, random);
    }

    /** @param turnedAway makes the reply, from why, when the call does not get its turn */
    ProvinceReply pass(Supplier<ProvinceReply> call, Function<UnknownCause, ProvinceReply> turnedAway) {
        if (breaker.state() == CircuitBreaker.State.OPEN) {
            return turnedAway.apply(UnknownCause.CIRCUIT_OPEN);
        }
        long begin = nanos.getAsLong();
        long wait = limits.waitForCall().toNanos();
        try {
            if (!places.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
                return turnedAway.apply(UnknownCause.BUSY);
            }
            try {
                long turn = rate.take(Math.max(0, wait - (nanos.getAsLong() - begin)));
                if (turn < 0) {
                    return turnedAway.apply(UnknownCause.BUSY);
                }
                TimeUnit.NANOSECONDS.sleep(turn);
                return pastTheBreaker(call, turnedAway);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return turnedAway.apply(UnknownCause.INTERRUPTED);
        }
    }

    private ProvinceReply pastTheBreaker(
            Supplier<ProvinceReply> call, Function<UnknownCause, ProvinceReply> turnedAway) {
        long entered = breaker.enter();
        if (entered == CircuitBreaker.CIRCUIT_OPEN) {
            return turnedAway.apply(UnknownCause.CIRCUIT_OPEN);
        }
        Verdict verdict = Verdict.NEITHER;
        try {
            ProvinceReply reply = call.get();
            verdict = Verdict.of(reply);
            return reply;
        } finally {
            recent.add(verdict);
            breaker.leave(entered, verdict);
        }
    }

    CallCapacity turn(Instant now) {
        Duration rest = breaker.rest();
        if (!rest.isZero()) {
            return new CallCapacity(0, now.plus(rest));
        }
        return new CallCapacity(breaker.state() == CircuitBreaker.State.CLOSED ? limits.callsAtOnce() : 1, null);
    }

    Health health() {
        if (breaker.state() != CircuitBreaker.State.CLOSED) {
            return Health.DOWN;
        }
        return recent.manyFailed() ? Health.DEGRADED : Health.UP;
    }

    CircuitBreaker.State breaker() {
        return breaker.state();
    }

    int inFlight() {
        return limits.callsAtOnce() - places.availablePermits();
    }
}
