package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

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
     * @param pointer where the request asks for it
     * @throws ProblemException period-already-withheld if another withholding of the month stands
     */
    public void open(Handle handle, CollectedMonth month, String pointer) {
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
        try {
            WithholdingStore.insert(handle, collecting);
        } catch (UnableToExecuteStatementException e) {
            throw "withholding_period_unique"
                            .equals(Violations.uniqueConstraint(e).orElse(""))
                    ? new ProblemException(ProblemType.PERIOD_ALREADY_WITHHELD, null, pointer)
                    : e;
        }
    }

    /**
     * Nothing is held of the month: it follows another mandate from now on.
     *
     * @return false if it follows this one already
     */
    public boolean foundAnew(Handle handle, CollectedMonth month) {
        return WithholdingStates.foundAnew(handle, month);
    }

    /** The month is complete: it goes to the province, once. */
    public void send(Handle handle, String withholdingId, WithheldUnder under) {
        WithholdingRecord sent = WithholdingStates.collected(handle, withholdingId, under, clock.instant());
        outbox.append(handle, WithholdingOperation.entry(sent));
        audit.append(
                handle,
                new AuditEntry(
                        "gateway",
                        "withholding.accepted",
                        sent.id(),
                        Map.of(
                                "worker", sent.workerId(),
                                "mandate", sent.mandateId(),
                                "province", sent.province().value(),
                                "insurance", sent.insurance().value(),
                                "period", sent.period().toString(),
                                "amountFen", sent.amountFen())));
    }

    /** Nothing of it was sent, and nothing will be: the month is free again. */
    public void dissolve(Handle handle, String withholdingId) {
        WithholdingStates.dissolve(handle, withholdingId);
    }
}
