package io.tongban.gateway.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a handler says of its row afterwards. */
public sealed interface Next {
    /**
     * The handler has removed the row with {@link Outbox#complete}, in the transaction that booked the outcome, or put it
     * off with {@link Outbox#putOff}.
     */
    record Done() implements Next {}

    /**
     * The row stays, and is due again.
     *
     * @param pause at least so long from now
     * @param notBefore not before this instant either; one more than a day ahead counts as a day
     */
    record Again(Duration pause, @Nullable Instant notBefore) implements Next {
        public Again(Duration pause) {
            this(pause, null);
        }
    }
}
