package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.ChosenInsurance;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.quote.GradeBase;
import io.tongban.gateway.contribution.worker.Birth;
import io.tongban.gateway.contribution.worker.InsuranceChoices;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.gateway.platform.problem.ProblemException;
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
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What can be known to be wrong before the province has registered the worker is said at once. */
@ApplicationScoped
public class RegisteredChoices implements InsuranceChoices {
    private final ProvinceAdmission provinces;
    private final InsuranceChecks checks;
    private final Policies policies;

    @Inject
    public RegisteredChoices(ProvinceAdmission provinces, InsuranceChecks checks, Policies policies) {
        this.provinces = provinces;
        this.checks = checks;
        this.policies = policies;
    }

    @Override
    public List<ChosenInsurance> check(
            Handle handle, KnownWorker worker, boolean isKnown, ProvinceCode province, Birth birth, List<Wish> wishes) {
        ProvinceFacts facts = provinces.open(province, "/province");
        if (facts.capability(TransactionKind.ENROL) == Capability.NONE) {
            throw new ProblemException(ProblemType.CHANGE_NOT_OFFERED, "It does not take enrol", "/province");
        }
        YearMonth from = EffectiveMonth.of(policies.book(), province.value(), null, policies.today());
        YearMonth thisMonth = YearMonth.from(policies.today());
        PersonsInsurances all = isKnown
                ? PersonsInsurances.of(handle, worker.clientId(), worker.personId(), thisMonth)
                : new PersonsInsurances(Map.of(), List.of(), thisMonth);
        List<InsuranceKind> kinds = wishes.stream().map(Wish::insurance).toList();
        List<ChosenInsurance> chosen = new ArrayList<>();
        for (Wish wish : wishes) {
            String pointer = "/insurances/" + chosen.size();
            if (kinds.subList(0, chosen.size()).contains(wish.insurance())) {
                throw new ProblemException(ProblemType.FIELD_INVALID, "Each once", pointer + "/insurance");
            }
            chosen.add(at(pointer, () -> {
                long base = baseFen(province, wish, from);
                ChangeRequest request = new ChangeRequest("", province, InsuranceChange.ENROL, kinds, from, base, "");
                checks.check(all, facts, request, wish.insurance(), from, birth, "/insurance");
                return new ChosenInsurance(wish.insurance(), base, wish.grade());
            }));
        }
        return chosen;
    }

    private long baseFen(ProvinceCode province, Wish wish, YearMonth from) {
        Long base = wish.baseFen();
        String grade = wish.grade();
        if (base != null && grade != null) {
            throw new ProblemException(ProblemType.GRADE_AND_BASE, null, "/grade");
        }
        if (base != null) {
            return base;
        }
        if (grade == null) {
            throw new ProblemException(ProblemType.BASE_NEEDED, null, "/baseFen");
        }
        return GradeBase.fen(
                policies.book(), province.value(), wish.insurance().value(), grade, from, policies.today());
    }

    private interface Judged {
        ChosenInsurance get();
    }

    private static ChosenInsurance at(String pointer, Judged judged) {
        try {
            return judged.get();
        } catch (ProblemException refused) {
            throw new ProblemException(
                    refused.type(),
                    refused.detail().orElse(null),
                    pointer
                            + refused.pointer()
                                    // The month is none that the registration names.
                                    .filter(field -> !field.equals("/from"))
                                    .orElse("/insurance"));
        }
    }
}
