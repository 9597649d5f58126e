package io.tongban.gateway.enrolment;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.audit.Audit;
import io.tongban.gateway.audit.AuditEntry;
import io.tongban.gateway.config.Ids;
import io.tongban.gateway.outbox.Outbox;
import io.tongban.gateway.pii.Pii;
import io.tongban.gateway.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Registers persons at provinces, once each, and knows who is enrolled where. */
@ApplicationScoped
public class EnrolmentService {
    private static final int ATTEMPTS = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final InsuredPersons persons;
    private final Provinces provinces;
    private final Serials serials;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public EnrolmentService(Pii pii, Provinces provinces, Serials serials, Outbox outbox, Audit audit, Clock clock) {
        this.persons = new InsuredPersons(pii);
        this.provinces = provinces;
        this.serials = serials;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers the person at the province, or joins a registration that is on its way or done: a second one would
     * make a second person number over there.
     *
     * @throws ProblemException worker-exists if this worker asked before; province-identity-mismatch if the person is
     *     enrolled under another name; unavailable while a registration under another name is on its way;
     *     province-draining or province-queue-full if a new registration is needed
     */
    public PersonEnrolment enrol(Handle handle, EnrolmentRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EnrolmentRow row = persons.seal(Ids.next("enr_"), serials.next(), request, now);
            if (EnrolmentStore.insert(handle, row)) {
                return begin(handle, request, row.enrolment());
            }
            Optional<EnrolmentRow> live = EnrolmentStore.holdLive(
                    handle, request.personId(), request.province().value());
            if (live.isPresent()) {
                return join(handle, request, live.get(), now);
            }
            // Refused between the two statements: there is room for a new one.
        }
        throw new ProblemException(ProblemType.UNAVAILABLE).retryAfter(RETRY_AFTER);
    }

    private PersonEnrolment begin(Handle handle, EnrolmentRequest request, PersonEnrolment enrolment) {
        provinces.admit(handle, enrolment.province());
        EnrolmentStore.addWorker(handle, enrolment.id(), request, enrolment.updatedAt());
        outbox.append(handle, EnrolmentTask.entry(enrolment));
        note(handle, "enrolment.requested", request, enrolment);
        return enrolment;
    }

    private PersonEnrolment join(Handle handle, EnrolmentRequest request, EnrolmentRow live, Instant now) {
        PersonEnrolment enrolment = live.enrolment();
        if (!EnrolmentStore.addWorker(handle, enrolment.id(), request, now)) {
            throw new ProblemException(
                    ProblemType.WORKER_EXISTS, "The worker is registered for this province", "/province");
        }
        if (!persons.hasName(live, request.person().name())) {
            throw nameDiffers(enrolment);
        }
        note(handle, "enrolment.joined", request, enrolment);
        return enrolment;
    }

    /** The province has checked, or is checking, one name; another one would slip past its check. */
    private static ProblemException nameDiffers(PersonEnrolment enrolment) {
        return enrolment.isEnrolled()
                ? new ProblemException(ProblemType.PROVINCE_IDENTITY_MISMATCH, null, "/name")
                : new ProblemException(
                                ProblemType.UNAVAILABLE, "The province is checking this person's identity", "/name")
                        .retryAfter(RETRY_AFTER);
    }

    private void note(Handle handle, String action, EnrolmentRequest request, PersonEnrolment enrolment) {
        audit.append(
                handle,
                new AuditEntry(
                        request.clientId(),
                        action,
                        enrolment.id(),
                        Map.of(
                                "worker", request.workerId(),
                                "province", enrolment.province().value(),
                                "consent", request.consentReference())));
    }

    /** What this worker asked for, one a province, by province. */
    public List<PersonEnrolment> ofWorker(Handle handle, String workerId) {
        return EnrolmentStore.ofWorker(handle, workerId).stream()
                .map(EnrolmentRow::enrolment)
                .toList();
    }

    /** This worker's enrolment at the province, if the province has said yes. */
    public Optional<PersonEnrolment> enrolled(Handle handle, String workerId, ProvinceCode province) {
        return ofWorker(handle, workerId).stream()
                .filter(each -> each.isEnrolled() && each.province().equals(province))
                .findFirst();
    }

    /** The worker at every province that has said yes. */
    public List<InsuredThere> insuredWhere(Handle handle, String workerId) {
        return EnrolmentStore.ofWorker(handle, workerId).stream()
                .flatMap(row -> persons.insured(row).stream())
                .toList();
    }

    /** The person of an enrolment as its province knows the person; empty unless it is enrolled. */
    public Optional<InsuredThere> insured(Handle handle, String enrolmentId) {
        return EnrolmentStore.find(handle, enrolmentId).flatMap(persons::insured);
    }
}
