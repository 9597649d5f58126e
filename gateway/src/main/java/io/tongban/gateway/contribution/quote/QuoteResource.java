package io.tongban.gateway.contribution.quote;

import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteApi;
import io.tongban.api.quote.QuoteRequest;
import io.tongban.gateway.contribution.policy.Policies;
import io.tongban.gateway.contribution.policy.PolicyDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Quotes over HTTP. */
@ApplicationScoped
public class QuoteResource implements QuoteApi {
    private final Policies policies;

    @Inject
    public QuoteResource(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Quote quote(@Nullable String asOf, @Nullable String knownAt, QuoteRequest request) {
        PolicyDates dates = PolicyDates.of(asOf, knownAt, policies.today());
        return QuoteMapper.toWire(QuoteCalculation.of(policies.book(), QuoteMapper.fromWire(request, dates)));
    }
}
