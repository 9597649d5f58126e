package io.tongban.gateway.delivery.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a command may go to its province for the first time. */
public sealed interface Readiness {
    Readiness GO = new Go();
    Readiness OVER = new Over();

    /** It may be sent. */
    record Go() implements Readiness {}

    /** It was settled instead, and nothing is to be sent. */
    record Over() implements Readiness {}

    /**
     * Something else has to happen first.
     *
     * @param notBefore when to look again; absent where nobody can say
     */
    record Wait(@Nullable Instant notBefore) implements Readiness {}
}
