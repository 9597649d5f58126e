package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.ProvinceKeys;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.principal.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes back what was confirmed, or would have been: the month is free again. */
@ApplicationScoped
public class Reversals {
    private final WithholdingEvents events;
    private final Steps steps;
    private final Clock clock;

    @Inject
    public Reversals(WithholdingEvents events, Steps steps, Clock clock) {
        this.events = events;
        this.steps = steps;
        this.clock = clock;
    }

    /** The province took it back. */
    void reverse(Handle handle, String withholdingId, Instant at) {
        WithholdingRecord before = WithholdingStore.hold(handle, withholdingId);
        reverse(handle, before, at, ProvinceKeys.actor(before.province()));
    }

    /**
     * A person found out that nothing is booked. The province told no time of it: in its books of a day there may be
     * neither the booking nor its reversal.
     *
     * @param before as it is stored, and held
     */
    void onReview(Handle handle, WithholdingRecord before, Principal officer) {
        reverse(handle, before, null, officer);
    }

    /** The province's books tell when it took back what a person had found not to be booked. */
    public void takenBack(Handle handle, String withholdingId, Instant at) {
        WithholdingStates.takenBack(handle, withholdingId, at);
    }

    private void reverse(Handle handle, WithholdingRecord before, @Nullable Instant at, Actor actor) {
        Instant now = clock.instant();
        Instant confirmedAt = before.settledAt();
        if (before.state() == State.CONFIRMED && confirmedAt != null) {
            // The time of the outcome that goes now.
            steps.note(handle, before.id(), Step.once(Step.What.CONFIRMED, null, null, confirmedAt));
        }
        WithholdingStates.reverse(handle, before.id(), at, now)
                .ifPresent(reversed -> events.tell(handle, actor, reversed));
    }
}
