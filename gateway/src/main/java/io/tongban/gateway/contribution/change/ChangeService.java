package io.tongban.gateway.contribution.change;

import static io.tongban.gateway.platform.pii.PiiPurpose.MOBILE;
import static io.tongban.gateway.platform.pii.PiiPurpose.NAME;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.change.ChangeRecord.Correction;
import io.tongban.gateway.contribution.change.ChangeRecord.OfInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment.State;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.worker.Birth;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.pii.Pii;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.platform.problem.References;
import io.tongban.province.Capability;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.TransactionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Accepts changes. What is accepted is stored, will reach the province once, and is seen by its partner alone. */
@ApplicationScoped
public class ChangeService {
    private static final int SHOWN = 200;
    private final WorkerService workers;
    private final EnrolmentService enrolments;
    private final ProvinceAdmission provinces;
    private final Policies policies;
    private final InsuranceChecks checks;
    private final ChangeAcceptance acceptance;
    private final Pii pii;

    @Inject
    public ChangeService(
            WorkerService workers,
            EnrolmentService enrolments,
            ProvinceAdmission provinces,
            Policies policies,
            InsuranceChecks checks,
            ChangeAcceptance acceptance,
            Pii pii) {
        this.workers = workers;
        this.enrolments = enrolments;
        this.provinces = provinces;
        this.policies = policies;
        this.checks = checks;
        this.acceptance = acceptance;
        this.pii = pii;
    }

    /** Checks, in the order in which a partner can mend, and accepts all of them or none, within the caller's transaction. */
    List<ChangeRecord> change(Handle handle, Principal by, String workerId, ChangeRequest request) {
        Enrolled enrolled =
                enrolled(handle, by, workerId, request.reference(), request.consentReference(), request.province());
        ProvinceFacts facts = offering(request.province(), TransactionKind.of(request.change()));
        YearMonth from =
                EffectiveMonth.of(policies.book(), request.province().value(), request.from(), policies.today());
        enrolments.hold(handle, enrolled.worker().personId(), request.province());
        PersonsInsurances all = PersonsInsurances.of(
                handle, by.tenant(), enrolled.worker().personId(), YearMonth.from(policies.today()));
        List<ChangeRecord> accepted = new ArrayList<>();
        for (InsuranceKind insurance : request.insurances()) {
            String pointer = "/insurances/" + accepted.size();
            checks.check(all, facts, request, insurance, from, birth(handle, enrolled, request), pointer);
            Long base = request.baseFen();
            OfInsurance of = new OfInsurance(request.change(), insurance, from, base == null ? 0 : base);
            provinces.admit(handle, request.province());
            accepted.add(acceptance.accept(
                    handle,
                    enrolled.of(),
                    Order.of(request.reference(), request.consentReference()),
                    accepted.size(),
                    of,
                    null));
        }
        return accepted;
    }

    /** As {@link #change}. */
    ChangeRecord correct(Handle handle, Principal by, String workerId, CorrectionRequest request) {
        Enrolled enrolled =
                enrolled(handle, by, workerId, request.reference(), request.consentReference(), request.province());
        ProvinceFacts facts = offering(request.province(), TransactionKind.CORRECT);
        String name = request.name();
        if (name != null && !facts.names().carries(name)) {
            throw new ProblemException(ProblemType.NAME_NOT_REPRESENTABLE, null, "/name");
        }
        String mobile = request.mobile();
        Correction right = new Correction(
                name == null ? null : pii.encrypt(NAME, name), mobile == null ? null : pii.encrypt(MOBILE, mobile));
        provinces.admit(handle, request.province());
        return acceptance.accept(
                handle, enrolled.of(), Order.of(request.reference(), request.consentReference()), 0, null, right);
    }

    private record Enrolled(Principal by, KnownWorker worker, PersonEnrolment enrolment) {
        ChangeAcceptance.Of of() {
            return new ChangeAcceptance.Of(by, worker.clientId(), enrolment);
        }
    }

    /** Whoever is retired enrols for no pension; of all else it makes no difference. */
    private @Nullable Birth birth(Handle handle, Enrolled enrolled, ChangeRequest request) {
        String person = enrolled.worker().personId();
        return request.change() == InsuranceChange.ENROL
                ? workers.births(handle, Set.of(person)).get(person)
                : null;
    }

    private Enrolled enrolled(
            Handle handle, Principal by, String workerId, String reference, String consent, ProvinceCode province) {
        String clientId = by.tenant();
        KnownWorker worker = workers.known(handle, clientId, workerId, null);
        if (ChangeStore.isReferenceUsed(handle, clientId, reference)) {
            throw new ProblemException(ProblemType.REFERENCE_USED, null, "/partnerReference");
        }
        if (!References.saysSomething(consent)) {
            throw new ProblemException(ProblemType.REFERENCE_SAYS_NOTHING, null, "/consentReference");
        }
        Optional<PersonEnrolment> there = enrolments.ofWorker(handle, worker.id()).stream()
                .filter(each -> each.province().equals(province) && each.state() != State.REFUSED)
                .findFirst();
        if (there.isEmpty()) {
            throw new ProblemException(ProblemType.WORKER_NOT_REGISTERED_THERE, null, "/province");
        }
        if (!there.get().isEnrolled()) {
            throw new ProblemException(ProblemType.WORKER_REGISTRATION_PENDING, null, "/province");
        }
        return new Enrolled(by, worker, there.get());
    }

    private ProvinceFacts offering(ProvinceCode province, TransactionKind kind) {
        ProvinceFacts facts = provinces.open(province, "/province");
        if (facts.capability(kind) == Capability.NONE) {
            throw new ProblemException(ProblemType.CHANGE_NOT_OFFERED, "It does not take " + kind.word(), "/province");
        }
        return facts;
    }

    /** @throws ProblemException change-not-found, also for another partner's or another worker's */
    ChangeRecord read(Handle handle, String clientId, String workerId, String changeId) {
        KnownWorker worker = workers.known(handle, clientId, workerId, null);
        return ChangeStore.find(handle, changeId)
                .filter(each -> each.workerId().equals(worker.id()))
                .orElseThrow(() -> new ProblemException(ProblemType.CHANGE_NOT_FOUND));
    }

    List<ChangeRecord> list(Handle handle, String clientId, String workerId) {
        return ChangeStore.ofWorker(
                handle, workers.known(handle, clientId, workerId, null).id(), SHOWN);
    }
}
