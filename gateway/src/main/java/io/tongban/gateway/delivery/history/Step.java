package io.tongban.gateway.delivery.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, once or several times in a row. Holds no personal data.
 *
 * @param outcome what came of it at the province: {@code accepted}, {@code refused}, {@code pending} or {@code unknown};
 *     absent where the province had no part in it
 * @param cause why, in one stable word; absent where there is nothing to say
 * @param at when it was done first
 * @param times 1 or more
 * @param lastAt when it was done last
 */
public record Step(
        What what, @Nullable String outcome, @Nullable String cause, Instant at, int times, Instant lastAt) {
    /** The names are stored: never rename one. */
    public enum What {
        /** Not sent, because the province was closed or paused. */
        WAITING,
        SENT,
        INQUIRED,
        REVERSAL,
        /** The province said something of it by itself. */
        ACKNOWLEDGED,
        TASK_OPENED,
        TASK_SETTLED,
        /** Was an outcome until a later one took its place. */
        CONFIRMED
    }

    public static Step once(What what, @Nullable String outcome, @Nullable String cause, Instant at) {
        return new Step(what, outcome, cause, at, 1, at);
    }
}
