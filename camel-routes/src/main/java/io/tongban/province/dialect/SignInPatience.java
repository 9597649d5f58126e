package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When to sign in again after sign-ins that came to nothing. A province counts them, and locks the account after a few;
 * so the second try may follow at once, a third has to wait, and after it the sign-in rests: for a day where the
 * province refused the password, for an hour at most where its answer was of no use. Whoever puts right what is wrong
 * has changed a profile, a file or a property, and what is new begins anew. A province that could not be reached has
 * counted nothing. Not safe for use by several threads.
 */
public final class SignInPatience {
    /** Nothing of the sign-in arrived, or it said itself when to come again. */
    private static final Set<UnknownCause> NOT_COUNTED = EnumSet.of(
            UnknownCause.NOT_CONNECTED,
            UnknownCause.TLS,
            UnknownCause.HOST_KEY_DIFFERS,
            UnknownCause.BUSY_THERE,
            UnknownCause.CLOCK_DIFFERS);

    private static final Duration[] UNREADABLE = {
        Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(1)
    };
    private static final Duration[] REFUSED = {Duration.ZERO, Duration.ofMinutes(30), Duration.ofDays(1)};
    /** A token that lasts no longer was of little use; so many of them in a row are none. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(10);

    private static final int MOST_SHORT_LIVES = 10;
    private static final Logger LOG = LoggerFactory.getLogger(SignInPatience.class);

    private final String province;
    private int failures;
    private int shortLives;
    private long until;
    private long tokenSince;
    private UnknownCause reason = UnknownCause.NOT_SIGNED_IN;

    public SignInPatience(String province) {
        this.province = province;
    }

    /** @throws CallFailed with the reason of the last failure, while it is better not to sign in */
    public void requireOver(long nanos) {
        if (failures > 0 && nanos - until < 0) {
            throw new CallFailed(reason);
        }
    }

    /** A token was had. */
    public void signedIn(long nanos) {
        tokenSince = nanos;
        if (shortLives < MOST_SHORT_LIVES) {
            failures = 0;
        }
    }

    /** The province says that a token is over. */
    void over(long nanos) {
        shortLives = nanos - tokenSince < SHORT_LIFE.toNanos() ? shortLives + 1 : 0;
        if (shortLives >= MOST_SHORT_LIVES) {
            failed(UnknownCause.NOT_SIGNED_IN, nanos);
        } else {
            failures = 0;
        }
    }

    public void failed(UnknownCause why, long nanos) {
        if (NOT_COUNTED.contains(why)) {
            return;
        }
        Duration[] pauses = why == UnknownCause.ACCESS_REFUSED ? REFUSED : UNREADABLE;
        Duration pause = pauses[Math.min(failures, pauses.length - 1)];
        failures++;
        reason = why;
        until = nanos + pause.toNanos();
        if (!pause.isZero()) {
            LOG.warn(
                    "province {}: {} sign-ins in a row failed ({}); the next in {}, or when its profile,"
                            + " password or address has changed",
                    province,
                    failures,
                    why.word(),
                    pause);
        }
    }
}
