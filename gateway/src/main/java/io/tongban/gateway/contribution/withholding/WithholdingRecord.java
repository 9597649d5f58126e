package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A withholding that the gateway has taken on.
 *
 * @param payer the partner's unified social credit code when it was accepted
 * @param serial of the command to the province, given once
 * @param refusal why the province refused; only in state REFUSED
 * @param provinceReceipt the province's own number of the booking; in state CONFIRMED, and in REVERSED if it had been
 * @param settledAt when the outcome became final; of REVERSED, when the gateway learnt of it
 * @param reversedAt when the province took the booking back, by its clock; only in state REVERSED
 * @param revision rises by every change of the state
 */
public record WithholdingRecord(
        String id,
        String clientId,
        String payer,
        String reference,
        String personId,
        String workerId,
        String mandateId,
        String enrolmentId,
        ProvinceCode province,
        InsuranceKind insurance,
        YearMonth period,
        long baseFen,
        long amountFen,
        String serial,
        State state,
        @Nullable ProblemType refusal,
        @Nullable String provinceReceipt,
        Instant acceptedAt,
        @Nullable Instant settledAt,
        @Nullable Instant reversedAt,
        long revision) {
    /** The last three are final; but what is CONFIRMED can still be REVERSED. */
    public enum State {
        /** Its parts are still held back from payouts; nothing is sent, and no partner sees it. */
        COLLECTING,
        ACCEPTED,
        IN_PROCESS,
        /** A person settles it after asking the province. */
        AWAITING_REVIEW,
        CONFIRMED,
        REFUSED,
        REVERSED;

        public boolean isFinal() {
            return this == CONFIRMED || this == REFUSED || this == REVERSED;
        }
    }
}
