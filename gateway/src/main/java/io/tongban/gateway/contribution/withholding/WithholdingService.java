package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.mandate.MandateService;
import io.tongban.gateway.contribution.mandate.RecordedMandate;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.config.Inserts;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/** Accepts withholdings. What is accepted is stored, will reach the province once, and is seen by its partner alone. */
@ApplicationScoped
public class WithholdingService {
    /** As the table gives it. */
    private static final long FIRST_REVISION = 1;

    private final MandateService mandates;
    private final ProvinceAdmission provinces;
    private final Serials serials;
    private final Outbox outbox;
    private final ProvinceAvailability availability;
    private final Steps steps;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public WithholdingService(
            MandateService mandates,
            ProvinceAdmission provinces,
            Serials serials,
            Outbox outbox,
            ProvinceAvailability availability,
            Steps steps,
            Audit audit,
            Clock clock) {
        this.mandates = mandates;
        this.provinces = provinces;
        this.serials = serials;
        this.outbox = outbox;
        this.availability = availability;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks, in the order in which a partner can mend, within the caller's transaction, and gives the rows to insert in it;
     * they may refuse with reference-used or period-already-withheld.
     */
    WithholdingRecord accept(Handle handle, Inserts rows, Payer payer, WithholdingRequest order) {
        WithholdingRecord accepted = checked(handle, payer, order);
        WithholdingStore.insert(rows, accepted);
        outbox.append(handle, rows, WithholdingOperation.entry(accepted));
        audit.append(rows, WithholdingAuditTrail.acceptance(payer.by(), accepted));
        if (!availability.isOpen(accepted.province())) {
            steps.note(handle, accepted.id(), Step.once(Step.What.WAITING, null, null, accepted.acceptedAt()));
        }
        return accepted;
    }

    private WithholdingRecord checked(Handle handle, Payer payer, WithholdingRequest order) {
        try {
            checkAmounts(order);
            Standing standing =
                    mandates.stand(handle, payer.clientId(), order.workerId(), order.mandateId(), mandate -> {
                        mandate.permit(order.workerId(), order.insurance(), order.period(), order.amountFen());
                        checkShare(order);
                        checkPeriod(order.period());
                        checkOffered(mandate, order);
                    });
            standing.requirePayable(order.insurance(), order.period(), "/insurance");
            WithholdingRecord accepted = booked(payer, order, standing);
            provinces.admit(handle, accepted.province());
            return accepted;
        } catch (ProblemException refused) {
            // Who repeats an order that was accepted must not hear what stands against it by now, a mandate revoked
            // since
            // for one: it reads as if nothing was withheld, and the money would be given back.
            if (WithholdingStore.isReferenceUsed(handle, payer.clientId(), order.reference())) {
                throw new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
            }
            throw refused;
        }
    }

    private static void checkAmounts(WithholdingRequest order) {
        if (order.amountFen() <= 0) {
            throw new ProblemException(ProblemType.AMOUNT_NOT_POSITIVE, null, "/amountFen");
        }
        if (order.baseFen() <= 0) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "The base must be positive", "/baseFen");
        }
    }

    /** A contribution is a share of its base, in every kind that is withheld by the month. */
    private static void checkShare(WithholdingRequest order) {
        if (order.amountFen() > order.baseFen()) {
            throw new ProblemException(
                    ProblemType.FIELD_INVALID, "The amount is above its base, baseFen", "/amountFen");
        }
    }

    private void checkPeriod(YearMonth period) {
        if (period.isAfter(YearMonth.now(clock))) {
            throw new ProblemException(ProblemType.PERIOD_IN_FUTURE, null, "/period");
        }
    }

    private void checkOffered(RecordedMandate mandate, WithholdingRequest order) {
        if (!provinces.open(mandate.province(), null).insurances().contains(order.insurance())) {
            throw new ProblemException(ProblemType.INSURANCE_NOT_OFFERED, null, "/insurance");
        }
    }

    private WithholdingRecord booked(Payer payer, WithholdingRequest order, Standing standing) {
        Instant now = clock.instant();
        return new WithholdingRecord(
                Ids.next("wh_"),
                payer.clientId(),
                payer.creditCode(),
                order.reference(),
                standing.worker().personId(),
                standing.worker().id(),
                order.mandateId(),
                standing.enrolmentId(),
                standing.mandate().province(),
                order.insurance(),
                order.period(),
                order.baseFen(),
                order.amountFen(),
                serials.next(standing.mandate().province()),
                WithholdingRecord.State.ACCEPTED,
                null,
                null,
                now,
                null,
                null,
                FIRST_REVISION);
    }
}
