package io.tongban.gateway.contribution.worker;

import static io.tongban.gateway.platform.pii.PiiPurpose.CITIZEN_NUMBER;
import static io.tongban.gateway.platform.pii.PiiPurpose.MOBILE;
import static io.tongban.gateway.platform.pii.PiiPurpose.NAME;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.ChosenInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentRequest;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.AccessAudit;
import io.tongban.gateway.platform.audit.AccessAudit.Look;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registers and finds workers. A worker is seen by its partner alone. */
@ApplicationScoped
public class WorkerService {
    private final Pii pii;
    private final ProvinceAdmission provinces;
    private final EnrolmentService enrolments;
    private final InsuranceChoices choices;
    private final WorkerEvents events;
    private final Audit audit;
    private final AccessAudit looks;
    private final Clock clock;

    @Inject
    public WorkerService(
            Pii pii,
            ProvinceAdmission provinces,
            EnrolmentService enrolments,
            InsuranceChoices choices,
            WorkerEvents events,
            Audit audit,
            AccessAudit looks,
            Clock clock) {
        this.pii = pii;
        this.provinces = provinces;
        this.enrolments = enrolments;
        this.choices = choices;
        this.events = events;
        this.audit = audit;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Registers the worker, or the partner's known worker for a further province or once more after a refusal, within the
     * caller's transaction.
     */
    WorkerView register(Handle handle, Principal by, Registration registration) {
        var facts = provinces.open(registration.province(), "/province");
        if (!facts.names().carries(registration.name().value())) {
            throw new ProblemException(ProblemType.NAME_NOT_REPRESENTABLE, null, "/name");
        }
        KnownWorker worker = store(handle, by, registration);
        enrolments.enrol(handle, enrolmentRequest(by, worker, registration, chosen(handle, worker, registration)));
        return events.view(handle, worker.id());
    }

    private List<ChosenInsurance> chosen(Handle handle, KnownWorker worker, Registration registration) {
        if (registration.insurances().isEmpty()) {
            return List.of();
        }
        List<PersonEnrolment> asked = enrolments.ofWorker(handle, worker.id());
        // Who registers once more hears that, and not what stands against the insurances since the first time.
        EnrolmentService.requireNone(asked, registration.province());
        boolean isKnown = isKnownToProvince(asked);
        return choices.check(
                handle, worker, isKnown, registration.province(), registration.birth(), registration.insurances());
    }

    private KnownWorker store(Handle handle, Principal by, Registration registration) {
        String clientId = by.tenant();
        Instant now = clock.instant();
        String number = registration.citizenNumber().value();
        byte[] sealedNumber = pii.encrypt(CITIZEN_NUMBER, number);
        String personId = PersonStore.insertOrFind(
                handle, Ids.next("prs_"), sealedNumber, pii.lookup(CITIZEN_NUMBER, number), now);
        KnownWorker fresh = new KnownWorker(Ids.next("wkr_"), clientId, personId);
        WorkerRow row = row(fresh, registration, sealedNumber, now);
        Optional<WorkerRow> named = WorkerStore.lockByReference(handle, clientId, registration.reference());
        if (named.isPresent()) {
            return put(handle, by, named.get(), row, registration);
        }
        if (WorkerStore.insert(handle, row)) {
            note(handle, by, "worker.registered", fresh, registration);
            return fresh;
        }
        return put(handle, by, WorkerStore.lock(handle, clientId, personId), row, registration);
    }

    /** Writes what the partner says now of a worker that it has; who it is can be put right while nobody relies on it. */
    private KnownWorker put(Handle handle, Principal by, WorkerRow known, WorkerRow said, Registration registration) {
        KnownWorker worker = new KnownWorker(
                known.worker().id(), known.worker().clientId(), said.worker().personId());
        boolean samePerson = worker.equals(known.worker());
        boolean sameReference = known.reference().equals(said.reference());
        if (samePerson && sameReference) {
            WorkerStore.update(handle, said.of(worker));
            return worker;
        }
        if (enrolments.isLive(handle, worker.id())) {
            throw samePerson
                    ? new ProblemException(
                            ProblemType.WORKER_EXISTS,
                            "The worker is registered under another reference of yours",
                            "/partnerReference")
                    : new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
        }
        WorkerStore.update(handle, said.of(worker));
        note(handle, by, "worker.corrected", worker, registration);
        return worker;
    }

    private void note(Handle handle, Principal by, String action, KnownWorker worker, Registration registration) {
        audit.append(
                handle,
                AuditEntry.of(
                        by,
                        action,
                        worker.id(),
                        Map.of("reference", registration.reference(), "consent", registration.consentReference())));
    }

    private WorkerRow row(KnownWorker worker, Registration registration, byte[] sealedNumber, Instant now) {
        return new WorkerRow(
                worker,
                registration.reference(),
                sealedNumber,
                pii.encrypt(NAME, registration.name().value()),
                pii.encrypt(MOBILE, registration.mobile()),
                registration.sector(),
                now,
                WorkerRow.FIRST_REVISION);
    }

    private static EnrolmentRequest enrolmentRequest(
            Principal by, KnownWorker worker, Registration registration, List<ChosenInsurance> chosen) {
        return new EnrolmentRequest(
                by,
                worker.id(),
                worker.personId(),
                registration.person(),
                registration.province(),
                registration.place(),
                chosen,
                registration.consentReference());
    }

    WorkerView read(Handle handle, Principal by, String workerId) {
        WorkerRow row = own(handle, by.tenant(), workerId, null);
        return events.view(
                handle, row, looks.row(by, Look.WORKER_READ, row.worker().id()));
    }

    /** @throws ProblemException worker-not-found, also for one of other partners alone */
    public WorkerView find(Handle handle, Principal by, CitizenNumber number) {
        return WorkerStore.findByCitizenNumber(handle, by.tenant(), pii.lookup(CITIZEN_NUMBER, number.value()))
                .map(row -> events.view(
                        handle,
                        row,
                        looks.row(by, Look.WORKER_FOUND, row.worker().id())))
                .orElseThrow(() -> new ProblemException(ProblemType.WORKER_NOT_FOUND));
    }

    /**
     * The partner's own worker.
     *
     * @param pointer where the request names it, for the problem
     * @throws ProblemException worker-not-found, also for another partner's worker
     */
    public KnownWorker known(Handle handle, String clientId, String workerId, @Nullable String pointer) {
        return own(handle, clientId, workerId, pointer).worker();
    }

    /**
     * What others did for a person is told only to a partner of which a province has said that it has this person.
     *
     * @throws ProblemException worker-registration-pending or worker-not-registered-there
     */
    public void requireKnownToProvince(Handle handle, KnownWorker worker) {
        List<PersonEnrolment> asked = enrolments.ofWorker(handle, worker.id());
        if (!isKnownToProvince(asked)) {
            boolean pending = asked.stream().anyMatch(each -> each.state() != PersonEnrolment.State.REFUSED);
            throw new ProblemException(
                    pending ? ProblemType.WORKER_REGISTRATION_PENDING : ProblemType.WORKER_NOT_REGISTERED_THERE);
        }
    }

    private static boolean isKnownToProvince(List<PersonEnrolment> asked) {
        return asked.stream().anyMatch(PersonEnrolment::isEnrolled);
    }

    private static WorkerRow own(Handle handle, String clientId, String workerId, @Nullable String pointer) {
        return WorkerStore.find(handle, workerId)
                .filter(row -> row.worker().clientId().equals(clientId))
                .orElseThrow(() -> new ProblemException(ProblemType.WORKER_NOT_FOUND, null, pointer));
    }

    /** When these persons were born, by id. */
    public Map<String, Birth> births(Handle handle, Set<String> personIds) {
        Map<String, Birth> births = new HashMap<>();
        PersonStore.sealedNumbers(handle, personIds).forEach((id, cipher) -> {
            CitizenNumber number = new CitizenNumber(pii.decrypt(CITIZEN_NUMBER, cipher));
            births.put(id, new Birth(number.birthMonth(), number.isFemale()));
        });
        return births;
    }

    /**
     * A name in the one form that it has in the books.
     *
     * @throws ProblemException name-character-invalid
     */
    public static String nameInBooks(String written) {
        return PersonName.of(written).value();
    }

    /** Writes what was put right of a worker; sealed, null leaves a value as it is. */
    public void correct(Handle handle, String workerId, byte @Nullable [] name, byte @Nullable [] mobile) {
        WorkerStore.correct(handle, workerId, name, mobile);
    }

    /** All persons there are, page by page: by id, at most so many, those after one. */
    public List<String> personsAfter(Handle handle, String personId, int most) {
        return PersonStore.after(handle, personId, most);
    }
}
