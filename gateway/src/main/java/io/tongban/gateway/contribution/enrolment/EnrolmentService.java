package io.tongban.gateway.contribution.enrolment;

import static java.util.stream.Collectors.toMap;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.delivery.province.Serials;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.config.Inserts;
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
import org.jspecify.annotations.Nullable;

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
        EnrolmentRow row = persons.seal(Ids.next("enr_"), serials.next(request.province()), request, now);
        if (!EnrolmentStore.insert(handle, row, request.consentReference())) {
            throw exists();
        }
        PersonEnrolment enrolment = row.enrolment();
        provinces.admit(handle, enrolment.province());
        outbox.append(handle, EnrolmentOperation.entry(enrolment));
        note(handle, request, enrolment);
        return enrolment;
    }

    /**
     * @param asked what the worker asked for
     * @throws ProblemException worker-exists if a registration for the province is among it, on its way or done
     */
    public static void requireNone(List<PersonEnrolment> asked, ProvinceCode province) {
        if (asked.stream()
                .anyMatch(each -> each.province().equals(province) && each.state() != PersonEnrolment.State.REFUSED)) {
            throw exists();
        }
    }

    private static ProblemException exists() {
        return new ProblemException(
                ProblemType.WORKER_EXISTS, "The worker is registered for this province", "/province");
    }

    /** Whether a registration of the worker is on its way or done, at whichever province. */
    public boolean isLive(Handle handle, String workerId) {
        return EnrolmentStore.isLive(handle, workerId);
    }

    private void note(Handle handle, EnrolmentRequest request, PersonEnrolment enrolment) {
        audit.append(
                handle,
                AuditEntry.of(
                        request.by(),
                        "enrolment.requested",
                        enrolment.id(),
                        Map.of(
                                "worker", request.workerId(),
                                "province", enrolment.province().value(),
                                "consent", request.consentReference())));
    }

    /**
     * Who asked for it, and under which consent of the worker.
     *
     * @param clientId the partner
     */
    public record Asked(String clientId, String consentReference) {}

    public Asked asked(Handle handle, PersonEnrolment enrolment) {
        return EnrolmentStore.asked(handle, enrolment.id());
    }

    /** What this worker asked for, one a province, by province. */
    public List<PersonEnrolment> ofWorker(Handle handle, String workerId) {
        return ofWorker(handle, workerId, new Inserts());
    }

    /** As above, with rows that are written at the same time. */
    public List<PersonEnrolment> ofWorker(Handle handle, String workerId, Inserts rows) {
        return EnrolmentStore.ofWorker(handle, workerId, rows).stream()
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

    /**
     * Keeps others from changing the person's insurances until the transaction ends, at the province and at others: what is
     * asked of one depends on how it stands at the others. The enrolments first, as whoever settles one holds it already.
     */
    public void hold(Handle handle, String personId, ProvinceCode province) {
        EnrolmentStore.holdAt(handle, personId, province);
        EnrolmentStore.holdPerson(handle, personId);
    }

    /** The province knows the person by these from now on; sealed, null leaves a value as it is. */
    public void correct(
            Handle handle, String personId, ProvinceCode province, byte @Nullable [] name, byte @Nullable [] mobile) {
        // In the order in which all lock them.
        EnrolmentStore.holdAt(handle, personId, province);
        EnrolmentStore.correct(handle, personId, province, name, mobile);
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
