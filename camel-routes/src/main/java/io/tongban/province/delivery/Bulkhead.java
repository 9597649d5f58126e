package io.tongban.province.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets so many calls to a province run at once, and others wait so long, that one that hangs takes no more threads. */
final class Bulkhead {
    private final Semaphore places;
    private final Duration wait;

    Bulkhead(int places, Duration wait) {
        this.places = new Semaphore(places, true);
        this.wait = wait;
    }

    /** @param turnedAway makes the answer, from a word for why, when the call does not get its turn */
    <T> T pass(Supplier<T> call, Function<String, T> turnedAway) {
        try {
            if (!places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return turnedAway.apply("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return turnedAway.apply("interrupted");
        }
        try {
            return call.get();
        } finally {
            places.release();
        }
    }
}
