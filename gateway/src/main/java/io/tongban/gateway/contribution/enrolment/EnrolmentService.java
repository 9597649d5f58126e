package io.tongban.gateway.contribution.enrolment;

import static java.util.stream.Collectors.toMap;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.outbox.Outbox;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Sends registrations of workers to provinces, and knows who is enrolled where. */
@ApplicationScoped
public class EnrolmentService {
    private final InsuredPersons persons;
    private final IdentityAttempts attempts;
    private final ProvinceAdmission provinces;
    private final Serials serials;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public EnrolmentService(
            Pii pii,
            IdentityAttempts attempts,
            ProvinceAdmission provinces,
            Serials serials,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.persons = new InsuredPersons(pii);
        this.attempts = attempts;
        this.provinces = provinces;
        this.serials = serials;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends the registration to the province. Whether another partner has the person there is neither looked at nor told
     * here: see {@link PersonAtProvince}.
     *
     * @throws ProblemException identity-attempts-exceeded; worker-exists if this worker's registration is on its way or done; province-draining or
     *     province-queue-full
     */
    public PersonEnrolment enrol(Handle handle, EnrolmentRequest request) {
        attempts.check(handle, request);
        Instant now = clock.instant();
        EnrolmentRow row = persons.seal(Ids.next("enr_"), serials.next(), request, now);
        if (!EnrolmentStore.insert(handle, row, request.consentReference())) {
            throw new ProblemException(
                    ProblemType.WORKER_EXISTS, "The worker is registered for this province", "/province");
        }
        PersonEnrolment enrolment = row.enrolment();
        provinces.admit(handle, enrolment.province());
        outbox.append(handle, EnrolmentOperation.entry(enrolment));
        note(handle, request, enrolment);
        return enrolment;
    }

    /** Whether a registration of the worker is on its way or done, at whichever province. */
    public boolean isLive(Handle handle, String workerId) {
        return EnrolmentStore.isLive(handle, workerId);
    }

    private void note(Handle handle, EnrolmentRequest request, PersonEnrolment enrolment) {
        audit.append(
                handle,
                new AuditEntry(
                        request.clientId(),
                        "enrolment.requested",
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

    /** A worker of a partner that a province knows as the person. */
    public record EnrolledWorker(String personId, String province, String clientId, String workerId) {}

    /** All partners' workers who are these persons, at each province that has said yes. */
    public List<EnrolledWorker> enrolledOf(Handle handle, List<String> personIds) {
        return EnrolmentStore.enrolledOf(handle, personIds);
    }

    /** The person of an enrolment as its province knows the person; empty unless it is enrolled. */
    public Optional<InsuredThere> insured(Handle handle, String enrolmentId) {
        return EnrolmentStore.find(handle, enrolmentId).flatMap(persons::insured);
    }

    /** As above, by enrolment. */
    public Map<String, InsuredThere> insured(Handle handle, Set<String> enrolmentIds) {
        return EnrolmentStore.findAll(handle, enrolmentIds).stream()
                .flatMap(row -> persons.insured(row).stream())
                .collect(toMap(InsuredThere::enrolmentId, Function.identity()));
    }
}
