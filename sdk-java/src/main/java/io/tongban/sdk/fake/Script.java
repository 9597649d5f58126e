package io.tongban.sdk.fake;

import io.tongban.api.internal.Given;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * What becomes of what is accepted from now on. A script for a reference comes first, then {@link #next}, then {@link
 * #always}, which is {@link Outcome#confirmed()} until told otherwise.
 */
public final class Script {
    private final FakeClock clock;
    private final Map<String, Outcome> named = new HashMap<>();
    private final Queue<Outcome> next = new ArrayDeque<>();
    private Outcome always = Outcome.confirmed();

    Script(FakeClock clock) {
        this.clock = clock;
    }

    /** Of all for which nothing else is said. */
    public Script always(Outcome outcome) {
        synchronized (clock) {
            always = Given.value(outcome, "outcome");
            return this;
        }
    }

    /** Of the next ones, one each, in this order. */
    public Script next(Outcome... outcomes) {
        synchronized (clock) {
            for (Outcome outcome : Given.value(outcomes, "outcomes")) {
                next.add(Given.value(outcome, "outcome"));
            }
            return this;
        }
    }

    /** Of the one with this {@code partnerReference} of the partner's. */
    public Script of(String partnerReference, Outcome outcome) {
        synchronized (clock) {
            named.put(Given.value(partnerReference, "partnerReference"), Given.value(outcome, "outcome"));
            return this;
        }
    }

    Outcome draw(String partnerReference) {
        return Optional.ofNullable(named.get(partnerReference))
                .or(() -> Optional.ofNullable(next.poll()))
                .orElse(always);
    }
}
