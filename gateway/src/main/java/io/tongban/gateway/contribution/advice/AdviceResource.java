package io.tongban.gateway.contribution.advice;

import io.tongban.api.advice.Advice;
import io.tongban.api.advice.AdviceApi;
import io.tongban.api.advice.AdviceRequest;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.policy.PolicyDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Advice over HTTP. */
@ApplicationScoped
public class AdviceResource implements AdviceApi {
    private final Policies policies;

    @Inject
    public AdviceResource(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Advice advise(@Nullable String asOf, @Nullable String knownAt, AdviceRequest request) {
        PolicyDates dates = PolicyDates.of(asOf, knownAt, policies.today());
        AdviceQuestion question = AdviceMapper.fromWire(request, dates);
        return AdviceMapper.toWire(question, AdviceCalculation.of(policies.book(), question));
    }
}
