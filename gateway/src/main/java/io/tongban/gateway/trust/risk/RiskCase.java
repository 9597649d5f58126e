package io.tongban.gateway.trust.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule kept from happening. */
public record RiskCase(
        String id,
        State state,
        String rule,
        String clientId,
        String operation,
        String reference,
        String workerId,
        String mandateId,
        long amountFen,
        String operator,
        String point,
        Instant openedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String note) {
    /** Rises by each step that there is. */
    public long revision() {
        return switch (state) {
            case HELD, REFUSED -> 1;
            case APPROVED, REJECTED -> 2;
            case USED -> 3;
        };
    }

    /** From HELD a person decides; an approval is good for one effect. */
    public enum State {
        HELD,
        REFUSED,
        APPROVED,
        REJECTED,
        USED
    }
}
