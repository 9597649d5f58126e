package io.tongban.sdk.internal.retry;

import io.tongban.sdk.retry.RetryBudget;
import java.util.concurrent.atomic.AtomicInteger;

/** The bucket of a {@link RetryBudget}, in thousandths of a token. Thread-safe. */
public final class RetryTokens {
    private static final int TOKEN = 1000;

    private final int capacity;
    private final int perSuccess;
    private final AtomicInteger level;

    public RetryTokens(RetryBudget budget) {
        this.capacity = Math.multiplyExact(budget.tokens(), TOKEN);
        this.perSuccess = (int) Math.round(budget.tokensPerSuccess() * TOKEN);
        this.level = new AtomicInteger(capacity);
    }

    /** Takes a token; false if there is none, and then there is no retry. */
    public boolean take() {
        return level.getAndUpdate(now -> now < TOKEN ? now : now - TOKEN) >= TOKEN;
    }

    public void succeeded() {
        level.getAndUpdate(now -> Math.min(capacity, now + perSuccess));
    }
}
