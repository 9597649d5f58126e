package io.tongban.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a signature's creation may lie from this clock.
 *
 * @param age at most so long ago, in whole seconds
 * @param future at most so far ahead, in whole seconds
 */
record Freshness(Duration age, Duration future) {

    Freshness {
        if (age.isNegative() || future.isNegative()) {
            throw new IllegalArgumentException("A tolerance cannot be negative");
        }
    }

    /**
     * @param created seconds since the epoch
     * @param expires likewise; a signature is good up to and including that second
     */
    void check(long created, Optional<Long> expires, Instant now) {
        long seconds = now.getEpochSecond();
        if (seconds - created > age.toSeconds()) {
            throw new SignatureRefusedException(
                    SignatureFailure.EXPIRED,
                    "Created " + (seconds - created) + " s ago, allowed are " + age.toSeconds());
        }
        if (created - seconds > future.toSeconds()) {
            throw new SignatureRefusedException(
                    SignatureFailure.FROM_FUTURE,
                    "Created " + (created - seconds) + " s ahead, allowed are " + future.toSeconds());
        }
        if (expires.isPresent() && expires.get() < seconds) {
            throw new SignatureRefusedException(SignatureFailure.EXPIRED, "The expires parameter lies in the past");
        }
    }
}
