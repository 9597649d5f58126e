package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.contribution.mandate.MandateService;
import io.tongban.gateway.contribution.mandate.RecordedMandate;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.delivery.history.Step;
import io.tongban.gateway.delivery.history.Steps;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Accepts withholdings. What is accepted is stored, will reach the province once, and is seen by its partner alone. */
@ApplicationScoped
public class WithholdingService {
    /** As the table gives it. */
    private static final long FIRST_REVISION = 1;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkerService workers;
    private final MandateService mandates;
    private final ProvinceAdmission provinces;
    private final EnrolmentService enrolments;
    private final Serials serials;
    private final Outbox outbox;
    private final ProvinceAvailability availability;
    private final Steps steps;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public WithholdingService(
            WorkerService workers,
            MandateService mandates,
            ProvinceAdmission provinces,
            EnrolmentService enrolments,
            Serials serials,
            Outbox outbox,
            ProvinceAvailability availability,
            Steps steps,
            Audit audit,
            Clock clock) {
        this.workers = workers;
        this.mandates = mandates;
        this.provinces = provinces;
        this.enrolments = enrolments;
        this.serials = serials;
        this.outbox = outbox;
        this.availability = availability;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Checks, in the order in which a partner can mend, and stores, within the caller's transaction. */
    WithholdingRecord accept(Handle handle, Payer payer, WithholdingRequest order) {
        checkAmounts(order);
        KnownWorker worker = workers.known(handle, payer.clientId(), order.workerId(), "/workerId");
        RecordedMandate mandate = mandates.hold(handle, payer.clientId(), order.mandateId());
        mandate.permit(worker.id(), order.insurance(), order.period(), order.amountFen());
        checkPeriod(order.period());
        checkOffered(mandate, order);
        PersonEnrolment enrolment = enrolments
                .enrolled(handle, worker.id(), mandate.province())
                .orElseThrow(() -> new ProblemException(ProblemType.WORKER_NOT_REGISTERED_THERE, null, "/workerId"));
        WithholdingRecord accepted = booked(payer, order, worker, enrolment);
        provinces.admit(handle, accepted.province());
        WithholdingStore.insert(handle, accepted);
        outbox.append(handle, WithholdingOperation.entry(accepted));
        if (!availability.isOpen(accepted.province())) {
            steps.note(handle, accepted.id(), Step.once(Step.What.WAITING, null, null, accepted.acceptedAt()));
        }
        note(handle, accepted);
        return accepted;
    }

    private static void checkAmounts(WithholdingRequest order) {
        if (order.amountFen() <= 0) {
            throw new ProblemException(ProblemType.AMOUNT_NOT_POSITIVE, null, "/amountFen");
        }
        if (order.baseFen() <= 0) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "The base must be positive", "/baseFen");
        }
    }

    private void checkPeriod(YearMonth period) {
        if (period.isAfter(YearMonth.now(clock.withZone(SHANGHAI)))) {
            throw new ProblemException(ProblemType.PERIOD_IN_FUTURE, null, "/period");
        }
    }

    private void checkOffered(RecordedMandate mandate, WithholdingRequest order) {
        if (!provinces.open(mandate.province(), null).insurances().contains(order.insurance())) {
            throw new ProblemException(ProblemType.INSURANCE_NOT_OFFERED, null, "/insurance");
        }
    }

    private WithholdingRecord booked(
            Payer payer, WithholdingRequest order, KnownWorker worker, PersonEnrolment enrolment) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new WithholdingRecord(
                Ids.next("wh_"),
                payer.clientId(),
                payer.creditCode(),
                order.reference(),
                worker.personId(),
                worker.id(),
                order.mandateId(),
                enrolment.id(),
                enrolment.province(),
                order.insurance(),
                order.period(),
                order.baseFen(),
                order.amountFen(),
                serials.next(),
                WithholdingRecord.State.ACCEPTED,
                null,
                null,
                now,
                null,
                null,
                FIRST_REVISION);
    }

    private void note(Handle handle, WithholdingRecord accepted) {
        audit.append(
                handle,
                new AuditEntry(
                        accepted.clientId(),
                        "withholding.accepted",
                        accepted.id(),
                        Map.of(
                                "worker", accepted.workerId(),
                                "mandate", accepted.mandateId(),
                                "province", accepted.province().value(),
                                "insurance", accepted.insurance().value(),
                                "period", accepted.period().toString(),
                                "amountFen", accepted.amountFen())));
    }
}
