package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.worker.Birth;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** All that is asked of a change of an insurance, in the order in which a partner can mend. */
@ApplicationScoped
public class InsuranceChecks {
    private final Policies policies;

    @Inject
    public InsuranceChecks(Policies policies) {
        this.policies = policies;
    }

    /**
     * @param birth of whom is enrolled; null of other changes
     * @param pointer where the request names the insurance
     */
    void check(
            PersonsInsurances all,
            ProvinceFacts facts,
            ChangeRequest request,
            InsuranceKind insurance,
            YearMonth from,
            @Nullable Birth birth,
            String pointer) {
        ChangeChecks.checkOrder(all.history(request.province(), insurance), request.change(), from, pointer);
        ChangeChecks.checkPaid(all, request, insurance, from, pointer);
        if (request.change() == InsuranceChange.ENROL) {
            ChangeChecks.checkDuplicates(all, request, insurance, from, pointer);
        }
        if (!facts.insurances().contains(insurance)) {
            throw new ProblemException(ProblemType.INSURANCE_NOT_OFFERED, null, pointer);
        }
        if (birth != null) {
            ChangeChecks.checkAge(
                    policies.book(), request.province(), insurance, birth, from, policies.today(), pointer);
        }
        if (request.baseFen() != null) {
            ChangeChecks.checkBase(
                    policies.book(), request.province(), insurance, request.baseFen(), from, policies.today());
        }
    }
}
