package io.tongban.sdk.fake;

import io.tongban.api.internal.Given;
import io.tongban.api.policy.PolicyList;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.quote.Quote;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * What quotes are answered with, and which rules there are. The fake knows no rules of its own: where the test says
 * nothing, a quote is refused with {@code rule-unknown}, and a province has no rules.
 */
public final class QuoteScript {
    private final FakeClock clock;
    private final Queue<Supplier<Quote>> next = new ArrayDeque<>();
    private final Map<String, PolicyList> rules = new HashMap<>();
    private Supplier<Quote> always = refusal(ProblemType.RULE_UNKNOWN);

    QuoteScript(FakeClock clock) {
        this.clock = clock;
    }

    /** All quotes for which nothing else is said. */
    public QuoteScript always(Quote quote) {
        synchronized (clock) {
            Quote given = Given.value(quote, "quote");
            always = () -> given;
            return this;
        }
    }

    /** The next ones, one each, in this order. */
    public QuoteScript next(Quote... quotes) {
        synchronized (clock) {
            for (Quote quote : Given.value(quotes, "quotes")) {
                Quote given = Given.value(quote, "quote");
                next.add(() -> given);
            }
            return this;
        }
    }

    /** Refuses the next one. */
    public QuoteScript refuseNext(ProblemType problem) {
        synchronized (clock) {
            next.add(refusal(Given.value(problem, "problem")));
            return this;
        }
    }

    /** What holds in the province that the list names, on whichever day. */
    public QuoteScript rules(PolicyList list) {
        synchronized (clock) {
            rules.put(Given.value(list, "list").province(), list);
            return this;
        }
    }

    private static Supplier<Quote> refusal(ProblemType problem) {
        return () -> {
            throw Refused.with(problem);
        };
    }

    Quote draw() {
        return Optional.ofNullable(next.poll()).orElse(always).get();
    }

    Optional<PolicyList> rulesOf(String province) {
        return Optional.ofNullable(rules.get(province));
    }
}
