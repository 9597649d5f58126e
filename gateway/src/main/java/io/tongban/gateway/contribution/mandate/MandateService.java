package io.tongban.gateway.contribution.mandate;

import io.quarkus.arc.All;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records mandates, and lets them be revoked; a mandate is seen by its partner alone. */
@ApplicationScoped
public class MandateService {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final WorkerService workers;
    private final ProvinceAdmission provinces;
    private final EnrolmentService enrolments;
    private final Audit audit;
    private final List<MandateListener> listeners;
    private final Clock clock;

    @Inject
    public MandateService(
            WorkerService workers,
            ProvinceAdmission provinces,
            EnrolmentService enrolments,
            Audit audit,
            @All List<MandateListener> listeners,
            Clock clock) {
        this.workers = workers;
        this.provinces = provinces;
        this.enrolments = enrolments;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    RecordedMandate create(Handle handle, Principal by, Grant grant) {
        String clientId = by.tenant();
        try {
            workers.known(handle, clientId, grant.workerId(), "/workerId");
            checkPossible(handle, grant, provinces.open(grant.province(), "/province"));
            check(grant);
        } catch (ProblemException refused) {
            // As with a withholding: who repeats what was recorded hears that, whatever stands against it by now.
            if (MandateStore.isReferenceUsed(handle, clientId, grant.reference())) {
                throw new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
            }
            throw refused;
        }
        RecordedMandate mandate = MandateStore.insert(handle, Ids.next("mdt_"), clientId, grant, now());
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "mandate.recorded",
                        mandate.id(),
                        Map.of(
                                "worker", grant.workerId(),
                                "province", grant.province().value(),
                                "capFen", grant.capFen(),
                                "agreement", grant.agreementReference())));
        return mandate;
    }

    /** What the worker cannot be withheld for there, no signature allows. */
    private void checkPossible(Handle handle, Grant grant, ProvinceFacts facts) {
        boolean registered = enrolments.ofWorker(handle, grant.workerId()).stream()
                .anyMatch(each -> each.province().equals(grant.province()) && each.state() != State.REFUSED);
        if (!registered) {
            throw new ProblemException(ProblemType.WORKER_NOT_REGISTERED_THERE, null, "/province");
        }
        int place = 0;
        for (InsuranceKind insurance : grant.insurances()) {
            if (!facts.insurances().contains(insurance)) {
                throw new ProblemException(ProblemType.INSURANCE_NOT_OFFERED, null, "/insurances/" + place);
            }
            place++;
        }
    }

    private void check(Grant grant) {
        checkTime(grant.signedAt(), "/signedAt");
        if (grant.validTo() != null && grant.validTo().isBefore(grant.validFrom())) {
            throw new ProblemException(ProblemType.MANDATE_PERIOD_INVALID, null, "/validTo");
        }
        if (grant.capFen() <= 0) {
            throw new ProblemException(ProblemType.FIELD_INVALID, "The cap must be positive", "/capFen");
        }
        MandateBounds.objection(grant.signedAt(), grant.capFen(), grant.agreementReference(), clock.instant())
                .ifPresent(objection -> {
                    throw objection;
                });
    }

    RecordedMandate read(Handle handle, String clientId, String mandateId) {
        return MandateStore.find(handle, clientId, mandateId).orElseThrow(() -> notFound(null));
    }

    /** Those of the worker that are in force and allow payouts, the latest first. */
    public List<RecordedMandate> standing(Handle handle, String clientId, String workerId) {
        return MandateStore.ofWorker(handle, clientId, workerId).stream()
                .filter(mandate -> mandate.revokedAt() == null && mandate.payouts() != null)
                .toList();
    }

    /** Takes the mandate back; waits for withholdings that are just being accepted under it. */
    RecordedMandate revoke(Handle handle, Principal by, String mandateId, Instant revokedAt, @Nullable String reason) {
        RecordedMandate mandate =
                MandateStore.lock(handle, by.tenant(), mandateId).orElseThrow(() -> notFound(null));
        if (mandate.revokedAt() != null) {
            throw new ProblemException(ProblemType.MANDATE_REVOKED);
        }
        if (revokedAt.isBefore(mandate.signedAt())
                || revokedAt.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
            throw new ProblemException(ProblemType.MANDATE_REVOCATION_INVALID, null, "/revokedAt");
        }
        RecordedMandate revoked = MandateStore.revoke(handle, mandateId, revokedAt, reason, now());
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        "mandate.revoked",
                        mandateId,
                        Map.of("worker", mandate.workerId(), "revokedAt", revokedAt.toString())));
        listeners.forEach(listener -> listener.revoked(handle, by, revoked));
        return revoked;
    }

    /**
     * What a withholding stands on, in one look; the mandate is kept from being revoked until the caller's transaction ends.
     *
     * @param asked what the mandate has to permit; it throws if that is not so
     * @throws ProblemException in the order in which a partner can mend: worker-not-found and mandate-not-found, also for
     *     another partner's; mandate-out-of-bounds for one that would not be recorded; what {@code asked} throws;
     *     worker-registration-pending, worker-not-registered-there
     */
    public Standing stand(
            Handle handle, String clientId, String workerId, String mandateId, Consumer<RecordedMandate> asked) {
        Optional<Standing> standing = MandateStore.holdStanding(handle, clientId, workerId, mandateId);
        if (standing.isPresent()) {
            checkBounds(standing.get().mandate());
            asked.accept(standing.get().mandate());
            return standing.get();
        }
        // Something is missing; what it is, is worth a look at each.
        KnownWorker worker = workers.known(handle, clientId, workerId, "/workerId");
        RecordedMandate mandate =
                MandateStore.hold(handle, clientId, mandateId).orElseThrow(() -> notFound("/mandateId"));
        checkBounds(mandate);
        asked.accept(mandate);
        return enrolments
                .enrolled(handle, worker.id(), mandate.province())
                .map(enrolment -> new Standing(
                        worker,
                        mandate,
                        enrolment.id(),
                        InsuranceHistories.find(handle, worker.personId(), mandate.province()),
                        WorkerLimits.find(handle, worker.personId())))
                .orElseThrow(() -> notEnrolled(handle, worker, mandate.province()));
    }

    /** Only what is under way is worth waiting for. */
    private ProblemException notEnrolled(Handle handle, KnownWorker worker, ProvinceCode province) {
        boolean pending = enrolments.ofWorker(handle, worker.id()).stream()
                .anyMatch(each -> each.province().equals(province) && each.state() != State.REFUSED);
        ProblemType type = pending ? ProblemType.WORKER_REGISTRATION_PENDING : ProblemType.WORKER_NOT_REGISTERED_THERE;
        return new ProblemException(type, null, "/workerId");
    }

    /** It may have been recorded before there were bounds. */
    private static void checkBounds(RecordedMandate mandate) {
        if (mandate.isOutOfBounds()) {
            throw new ProblemException(ProblemType.MANDATE_OUT_OF_BOUNDS, null, "/mandateId");
        }
    }

    /** What the worker did is past, give or take the partner's clock; and not before there were such agreements. */
    private void checkTime(Instant said, String pointer) {
        if (said.isBefore(EARLIEST) || said.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
            throw new ProblemException(
                    ProblemType.MANDATE_PERIOD_INVALID, "The time is in the future or long past", pointer);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static ProblemException notFound(@Nullable String pointer) {
        return new ProblemException(ProblemType.MANDATE_NOT_FOUND, null, pointer);
    }
}
