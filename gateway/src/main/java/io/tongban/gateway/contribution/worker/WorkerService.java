package io.tongban.gateway.contribution.worker;

import static io.tongban.gateway.platform.pii.PiiPurpose.CITIZEN_NUMBER;
import static io.tongban.gateway.platform.pii.PiiPurpose.MOBILE;
import static io.tongban.gateway.platform.pii.PiiPurpose.NAME;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.EnrolmentRequest;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.audit.AccessAudit;
import io.tongban.gateway.platform.audit.AccessAudit.Look;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registers and finds workers. A worker is seen by its partner alone. */
@ApplicationScoped
public class WorkerService {
    private final Pii pii;
    private final ProvinceAdmission provinces;
    private final EnrolmentService enrolments;
    private final WorkerEvents announcer;
    private final Audit audit;
    private final AccessAudit looks;
    private final Clock clock;

    @Inject
    public WorkerService(
            Pii pii,
            ProvinceAdmission provinces,
            EnrolmentService enrolments,
            WorkerEvents announcer,
            Audit audit,
            AccessAudit looks,
            Clock clock) {
        this.pii = pii;
        this.provinces = provinces;
        this.enrolments = enrolments;
        this.announcer = announcer;
        this.audit = audit;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Registers the worker, or the partner's known worker for a further province or once more after a refusal, within the
     * caller's transaction.
     */
    WorkerView register(Handle handle, String clientId, Registration registration) {
        var facts = provinces.open(registration.province(), "/province");
        if (!facts.names().carries(registration.name().value())) {
            throw new ProblemException(ProblemType.NAME_NOT_REPRESENTABLE, null, "/name");
        }
        KnownWorker worker = store(handle, clientId, registration);
        enrolments.enrol(handle, enrolmentRequest(worker, registration));
        return announcer.view(handle, worker.id());
    }

    private KnownWorker store(Handle handle, String clientId, Registration registration) {
        Instant now = clock.instant();
        String number = registration.citizenNumber().value();
        byte[] sealedNumber = pii.encrypt(CITIZEN_NUMBER, number);
        String personId = PersonStore.insertOrFind(
                handle, Ids.next("prs_"), sealedNumber, pii.lookup(CITIZEN_NUMBER, number), now);
        KnownWorker fresh = new KnownWorker(Ids.next("wkr_"), clientId, personId);
        WorkerRow row = row(fresh, registration, sealedNumber, now);
        Optional<WorkerRow> named = WorkerStore.lockByReference(handle, clientId, registration.reference());
        if (named.isPresent()) {
            return put(handle, named.get(), row, registration);
        }
        if (WorkerStore.insert(handle, row)) {
            note(handle, "worker.registered", fresh, registration);
            return fresh;
        }
        return put(handle, WorkerStore.lock(handle, clientId, personId), row, registration);
    }

    /** Writes what the partner says now of a worker that it has; who it is can be put right while nobody relies on it. */
    private KnownWorker put(Handle handle, WorkerRow known, WorkerRow said, Registration registration) {
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
        note(handle, "worker.corrected", worker, registration);
        return worker;
    }

    private void note(Handle handle, String action, KnownWorker worker, Registration registration) {
        audit.append(
                handle,
                new AuditEntry(
                        worker.clientId(),
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

    private static EnrolmentRequest enrolmentRequest(KnownWorker worker, Registration registration) {
        return new EnrolmentRequest(
                worker.clientId(),
                worker.id(),
                worker.personId(),
                registration.person(),
                registration.province(),
                registration.place(),
                registration.consentReference());
    }

    WorkerView read(Handle handle, String clientId, String workerId) {
        WorkerRow row = own(handle, clientId, workerId, null);
        looks.looked(handle, clientId, Look.WORKER_READ, row.worker().id());
        return announcer.view(handle, row);
    }

    WorkerView find(Handle handle, String clientId, CitizenNumber number) {
        return WorkerStore.findByCitizenNumber(handle, clientId, pii.lookup(CITIZEN_NUMBER, number.value()))
                .map(row -> {
                    looks.looked(
                            handle, clientId, Look.WORKER_FOUND, row.worker().id());
                    return announcer.view(handle, row);
                })
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

    private static WorkerRow own(Handle handle, String clientId, String workerId, @Nullable String pointer) {
        return WorkerStore.find(handle, workerId)
                .filter(row -> row.worker().clientId().equals(clientId))
                .orElseThrow(() -> new ProblemException(ProblemType.WORKER_NOT_FOUND, null, pointer));
    }

    /** All persons there are, page by page: by id, at most so many, those after one. */
    public List<String> personsAfter(Handle handle, String personId, int most) {
        return PersonStore.after(handle, personId, most);
    }
}
