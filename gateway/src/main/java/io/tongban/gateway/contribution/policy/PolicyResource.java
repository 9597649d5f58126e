package io.tongban.gateway.contribution.policy;

import io.tongban.api.policy.PolicyApi;
import io.tongban.api.policy.PolicyList;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies over HTTP. */
@ApplicationScoped
public class PolicyResource implements PolicyApi {
    private final Policies policies;

    @Inject
    public PolicyResource(Policies policies) {
        this.policies = policies;
    }

    @Override
    public PolicyList listPolicies(
            String province, @Nullable String insurance, @Nullable String asOf, @Nullable String knownAt) {
        PolicyBook book = policies.book();
        if (!book.provinces().contains(province)) {
            throw new ProblemException(ProblemType.PROVINCE_UNKNOWN).inParameter("province");
        }
        PolicyDates dates = PolicyDates.of(asOf, knownAt, policies.today());
        List<PolicyEntry> entries = book.inForce(province, dates.asOf(), dates.knownAt()).stream()
                .filter(entry -> insurance == null
                        || entry.key().insurance().isEmpty()
                        || entry.key().insurance().equals(insurance))
                .toList();
        return PolicyMapper.toWire(province, dates, entries);
    }
}
