package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.change.ChangeAcceptance.Of;
import io.tongban.gateway.contribution.change.ChangeRecord.OfInsurance;
import io.tongban.gateway.contribution.enrolment.ChosenInsurance;
import io.tongban.gateway.contribution.enrolment.EnrolmentListener;
import io.tongban.gateway.contribution.enrolment.EnrolmentService;
import io.tongban.gateway.contribution.enrolment.EnrolmentService.Asked;
import io.tongban.gateway.contribution.enrolment.PersonEnrolment;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.GradeBase;
import io.tongban.gateway.contribution.worker.Birth;
import io.tongban.gateway.contribution.worker.WorkerService;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceChange;
import io.tongban.province.ProvinceFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Enrols for what was chosen in a registration, in the transaction in which the province's yes is booked. What stands
 * against it by now is judged only here, when it is known who the person is: it becomes the change's refusal.
 */
@ApplicationScoped
public class ChosenEnrolments implements EnrolmentListener {
    private final EnrolmentService enrolments;
    private final WorkerService workers;
    private final ProvinceAdmission provinces;
    private final InsuranceChecks checks;
    private final ChangeAcceptance acceptance;
    private final ChangeEvents events;
    private final Policies policies;
    private final Clock clock;

    @Inject
    public ChosenEnrolments(
            EnrolmentService enrolments,
            WorkerService workers,
            ProvinceAdmission provinces,
            InsuranceChecks checks,
            ChangeAcceptance acceptance,
            ChangeEvents events,
            Policies policies,
            Clock clock) {
        this.enrolments = enrolments;
        this.workers = workers;
        this.provinces = provinces;
        this.checks = checks;
        this.acceptance = acceptance;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void changed(Handle handle, Actor actor, PersonEnrolment enrolment) {
        if (enrolment.isEnrolled() && !enrolment.chosen().isEmpty()) {
            enrolments.hold(handle, enrolment.personId(), enrolment.province());
            enrol(handle, enrolment);
        }
    }

    private void enrol(Handle handle, PersonEnrolment enrolment) {
        Asked asked = enrolments.asked(handle, enrolment);
        Of whose = new Of(Actor.gateway(), asked.clientId(), enrolment);
        Order order = new Order(Order.Origin.REGISTRATION, enrolment.id(), asked.consentReference());
        Birth birth = Objects.requireNonNull(
                workers.births(handle, Set.of(enrolment.personId())).get(enrolment.personId()), "enrolled");
        Judging judging = new Judging(
                enrolment,
                order,
                birth,
                earliest(enrolment),
                provinces.find(enrolment.province()),
                PersonsInsurances.of(handle, asked.clientId(), enrolment.personId(), YearMonth.from(policies.today())));
        int position = 0;
        for (ChosenInsurance chosen : enrolment.chosen()) {
            Judged judged = judged(judging, chosen);
            @Nullable ProblemType refused = judged.refused();
            if (refused == null) {
                acceptance.accept(handle, whose, order, position, judged.of(), null);
            } else {
                ChangeRecord stored = acceptance.stored(handle, whose, order, position, judged.of(), null);
                refuse(handle, stored, refused);
            }
            position++;
        }
    }

    /** What all that was chosen is judged by, read once: the person is locked. */
    private record Judging(
            PersonEnrolment enrolment,
            Order order,
            Birth birth,
            YearMonth from,
            Optional<ProvinceFacts> facts,
            PersonsInsurances all) {
        ChangeRequest request(long baseFen) {
            return new ChangeRequest(
                    order.reference(),
                    enrolment.province(),
                    InsuranceChange.ENROL,
                    enrolment.chosen().stream().map(ChosenInsurance::insurance).toList(),
                    from,
                    baseFen,
                    order.consentReference());
        }

        OfInsurance of(ChosenInsurance chosen, long baseFen) {
            return new OfInsurance(InsuranceChange.ENROL, chosen.insurance(), from, baseFen);
        }
    }

    /** @param refused why not */
    private record Judged(OfInsurance of, @Nullable ProblemType refused) {}

    private Judged judged(Judging judging, ChosenInsurance chosen) {
        long baseFen = chosen.baseFen();
        try {
            ProvinceFacts facts = judging.facts().orElseThrow(() -> new ProblemException(ProblemType.PROVINCE_UNKNOWN));
            baseFen = baseFen(judging, chosen);
            checks.check(
                    judging.all(),
                    facts,
                    judging.request(baseFen),
                    chosen.insurance(),
                    judging.from(),
                    judging.birth(),
                    "/insurances");
            return new Judged(judging.of(chosen, baseFen), null);
        } catch (ProblemException refused) {
            return new Judged(judging.of(chosen, baseFen), refused.type());
        }
    }

    /** A grade is the base of the month that it begins with, which may be a later one than when it was chosen. */
    private long baseFen(Judging judging, ChosenInsurance chosen) {
        String grade = chosen.grade();
        return grade == null
                ? chosen.baseFen()
                : GradeBase.fen(
                        policies.book(),
                        judging.enrolment().province().value(),
                        chosen.insurance().value(),
                        grade,
                        judging.from(),
                        policies.today());
    }

    private void refuse(Handle handle, ChangeRecord stored, ProblemType refused) {
        ChangeStore.refuse(handle, stored.id(), refused, clock.instant())
                .ifPresent(change -> events.refusedUnsent(handle, change));
    }

    /** Known when it was registered for; where it is not any more, the month after this one is early enough for all. */
    private YearMonth earliest(PersonEnrolment enrolment) {
        try {
            return EffectiveMonth.of(policies.book(), enrolment.province().value(), null, policies.today());
        } catch (ProblemException unknown) {
            return YearMonth.from(policies.today()).plusMonths(1);
        }
    }
}
