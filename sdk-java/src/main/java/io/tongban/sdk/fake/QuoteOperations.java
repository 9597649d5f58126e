package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.advice.Advice;
import io.tongban.api.advice.AdviceRequest;
import io.tongban.api.policy.PolicyList;
import io.tongban.api.policy.PolicyRule;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.quote.Quote;
import io.tongban.api.quote.QuoteRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Policies, quotes and advice: what the test wrote, and the checks of days that need no rule. */
final class QuoteOperations {
    /** Of no rules. */
    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final int MOST_YEARS = 10;

    private final Clock clock;
    private final Provinces provinces;
    private final QuoteScript script;
    private final AdviceScript advice;

    QuoteOperations(Clock clock, Provinces provinces, QuoteScript script, AdviceScript advice) {
        this.clock = clock;
        this.provinces = provinces;
        this.script = script;
        this.advice = advice;
    }

    List<Route> routes() {
        return List.of(
                Route.read("/v1/policies", Scopes.STATUS_READ, this::policies),
                new Route("POST", "/v1/quotes", Scopes.STATUS_READ, 200, false, this::quote),
                new Route("POST", "/v1/advice", Scopes.STATUS_READ, 200, false, this::advise));
    }

    private PolicyList policies(Request request) {
        String province =
                request.query("province").orElseThrow(() -> Refused.in(ProblemType.PARAMETER_INVALID, "province"));
        if (!provinces.isKnown(province)) {
            throw Refused.in(ProblemType.PROVINCE_UNKNOWN, "province");
        }
        LocalDate knownAt = knownAt(request);
        LocalDate asOf = asOf(request);
        PolicyList list =
                script.rulesOf(province).orElseGet(() -> new PolicyList(province, asOf, knownAt, DIGEST, List.of()));
        return request.query("insurance").map(kind -> only(kind, list)).orElse(list);
    }

    private static PolicyList only(String insurance, PolicyList list) {
        List<PolicyRule> items = list.items().stream()
                .filter(rule -> rule.insurance() == null || rule.insurance().equals(insurance))
                .toList();
        return new PolicyList(list.province(), list.asOf(), list.knownAt(), list.rulesDigest(), items);
    }

    private Quote quote(Request request) {
        requireEachOnce(request.body(QuoteRequest.class).insurances());
        Objects.requireNonNull(knownAt(request));
        Objects.requireNonNull(asOf(request));
        return script.draw();
    }

    private Advice advise(Request request) {
        Checks.form(request.body(AdviceRequest.class));
        Objects.requireNonNull(knownAt(request));
        Objects.requireNonNull(asOf(request));
        return advice.draw();
    }

    private static void requireEachOnce(List<String> insurances) {
        for (int i = 0; i < insurances.size(); i++) {
            if (insurances.indexOf(insurances.get(i)) < i) {
                throw Refused.at(ProblemType.FIELD_INVALID, "/insurances/" + i);
            }
        }
    }

    private LocalDate asOf(Request request) {
        LocalDate day = day(request, "asOf");
        if (day.isAfter(today().plusYears(MOST_YEARS))) {
            throw Refused.in(ProblemType.DATE_INVALID, "asOf");
        }
        return day;
    }

    private LocalDate knownAt(Request request) {
        LocalDate day = day(request, "knownAt");
        if (day.isAfter(today())) {
            throw Refused.in(ProblemType.KNOWLEDGE_IN_FUTURE, "knownAt");
        }
        return day;
    }

    private LocalDate day(Request request, String name) {
        try {
            return request.query(name).map(LocalDate::parse).orElseGet(this::today);
        } catch (DateTimeException e) {
            throw Refused.in(ProblemType.DATE_INVALID, name);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Provinces.SHANGHAI));
    }
}
