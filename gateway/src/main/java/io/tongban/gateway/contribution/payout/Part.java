package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.InsuranceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What is held back of one payout for one insurance, as the platform was told.
 *
 * @param amountFen of this payout
 * @param ownFen of the month by this platform, with this payout
 * @param shareFen of the month, most that this platform carries
 * @param rule id of the entry that the contribution comes from
 * @param reason why it goes back; only in state TO_RETURN
 */
record Part(
        InsuranceKind insurance,
        String monthId,
        YearMonth period,
        LocalDate cutOff,
        long amountFen,
        long ownFen,
        long shareFen,
        String rule,
        String source,
        boolean provisional,
        State state,
        @Nullable ProblemType reason,
        @Nullable Instant settledAt) {
    enum State {
        HELD,
        PAID,
        TO_RETURN
    }
}
