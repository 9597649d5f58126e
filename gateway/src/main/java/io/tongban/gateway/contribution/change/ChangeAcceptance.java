package io.tongban.gateway.contribution.change;

import io.tongban.gateway.contribution.change.ChangeRecord.Correction;
import io.tongban.gateway.contribution.change.ChangeRecord.OfInsurance;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.principal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores a change that was judged, and has it sent once. */
@ApplicationScoped
public class ChangeAcceptance {
    /** As the table gives it. */
    private static final long FIRST_REVISION = 1;

    private final Serials serials;
    private final Outbox outbox;
    private final ChangeEvents events;
    private final Clock clock;

    @Inject
    public ChangeAcceptance(Serials serials, Outbox outbox, ChangeEvents events, Clock clock) {
        this.serials = serials;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Who asks for it, whose it is, and where. */
    record Of(Actor actor, String clientId, PersonEnrolment enrolment) {}

    /** Within the caller's transaction. */
    ChangeRecord accept(
            Handle handle, Of whose, Order order, int position, @Nullable OfInsurance of, @Nullable Correction right) {
        ChangeRecord accepted = stored(handle, whose, order, position, of, right);
        events.accepted(handle, whose.actor(), accepted);
        outbox.append(handle, ChangeOperation.entry(accepted));
        return accepted;
    }

    /** Stores it without sending it: it is about to be refused. */
    ChangeRecord stored(
            Handle handle, Of whose, Order order, int position, @Nullable OfInsurance of, @Nullable Correction right) {
        ChangeRecord change = new ChangeRecord(
                Ids.next("chg_"),
                whose.clientId(),
                order.reference(),
                position,
                whose.enrolment().personId(),
                whose.enrolment().workerId(),
                whose.enrolment().id(),
                whose.enrolment().province(),
                of,
                right,
                order.consentReference(),
                serials.next(),
                ChangeRecord.State.ACCEPTED,
                null,
                null,
                clock.instant(),
                null,
                FIRST_REVISION);
        ChangeStore.insert(handle, order.origin(), change);
        return change;
    }
}
