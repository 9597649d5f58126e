package io.tongban.sdk.fake;

import io.tongban.api.advice.Advice;
import io.tongban.api.internal.Given;
import io.tongban.api.problem.ProblemType;
import java.util.function.Supplier;

/** What advice is given. The fake knows no rules of its own: where the test says nothing, it refuses with {@code rule-unknown}. */
public final class AdviceScript {
    private final FakeClock clock;
    private Supplier<Advice> always = () -> {
        throw Refused.with(ProblemType.RULE_UNKNOWN);
    };

    AdviceScript(FakeClock clock) {
        this.clock = clock;
    }

    /** All advice from now on. */
    public AdviceScript always(Advice advice) {
        synchronized (clock) {
            Advice given = Given.value(advice, "advice");
            always = () -> given;
            return this;
        }
    }

    Advice draw() {
        return always.get();
    }
}
