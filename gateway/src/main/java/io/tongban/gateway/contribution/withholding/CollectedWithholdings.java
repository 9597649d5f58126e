package io.tongban.gateway.contribution.withholding;

import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.InsuranceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/**
 * Withholdings of months that several platforms carry. They stand from the first part on, so that the index of all
 * withholdings keeps the month for them, and are sent when the month is complete. They belong to no partner.
 */
@ApplicationScoped
public class CollectedWithholdings {
    /** Whose they are. No register has such a client: a client id there begins with a letter or a digit. */
    public static final String CLIENT = "-collected";

    private static final long FIRST_REVISION = 1;

    private final Serials serials;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public CollectedWithholdings(Serials serials, Outbox outbox, Audit audit, Clock clock) {
        this.serials = serials;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the month.
     *
     * @return false if another withholding of the month stands; a competitor's commit is waited for
     */
    public boolean open(Handle handle, CollectedMonth month) {
        Instant now = clock.instant();
        WithholdingRecord collecting = new WithholdingRecord(
                month.withholdingId(),
                CLIENT,
                month.payer(),
                month.id(),
                month.personId(),
                month.workerId(),
                month.mandateId(),
                month.enrolmentId(),
                month.province(),
                month.insurance(),
                month.period(),
                month.baseFen(),
                month.dueFen(),
                serials.next(),
                State.COLLECTING,
                null,
                null,
                now,
                null,
                null,
                FIRST_REVISION);
        return WithholdingStore.insertIfFree(handle, collecting);
    }

    /** Whether a withholding of this month stands, whoever asked for it. */
    public boolean stands(Handle handle, String personId, InsuranceKind insurance, YearMonth period) {
        return WithholdingStore.stands(handle, personId, insurance, period);
    }

    /**
     * Nothing is held of the month: it follows another mandate from now on.
     *
     * @return false if it follows this one already
     */
    public boolean foundAnew(Handle handle, CollectedMonth month) {
        return WithholdingStates.foundAnew(handle, month);
    }

    /** Less is due of the month than when it was opened. */
    public void lower(Handle handle, String withholdingId, long dueFen) {
        WithholdingStates.lower(handle, withholdingId, dueFen);
    }

    /** The month is complete: it goes to the province, once. */
    public void send(Handle handle, String withholdingId, WithheldUnder under) {
        WithholdingRecord sent = WithholdingStates.collected(handle, withholdingId, under, clock.instant());
        outbox.append(handle, WithholdingOperation.entry(sent));
        audit.append(handle, WithholdingAuditTrail.acceptance(Actor.gateway(), sent));
    }

    /** Nothing of it was sent, and nothing will be: the month is free again. */
    public void dissolve(Handle handle, String withholdingId) {
        WithholdingStates.dissolve(handle, withholdingId);
    }
}
