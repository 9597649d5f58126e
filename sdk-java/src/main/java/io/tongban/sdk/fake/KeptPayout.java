package io.tongban.sdk.fake;

import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPart;
import io.tongban.api.payout.ReturnReason;
import io.tongban.api.problem.ProblemType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payout, and what became of its part. */
final class KeptPayout {
    private final String id;
    private final String clientId;
    private final PayoutOrder order;
    private final String insurance;
    private final YearMonth period;
    private final LocalDate cutOff;
    private final long holdFen;
    private final long heldFen;
    private final long shareFen;
    private final Instant reportedAt;
    private PartState state = PartState.HELD;
    private @Nullable ProblemType reason;
    private @Nullable Instant settledAt;

    KeptPayout(
            String id,
            String clientId,
            PayoutOrder order,
            String insurance,
            YearMonth period,
            LocalDate cutOff,
            long holdFen,
            long heldFen,
            long shareFen,
            Instant reportedAt) {
        this.id = id;
        this.clientId = clientId;
        this.order = order;
        this.insurance = insurance;
        this.period = period;
        this.cutOff = cutOff;
        this.holdFen = holdFen;
        this.heldFen = heldFen;
        this.shareFen = shareFen;
        this.reportedAt = reportedAt;
    }

    String id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    PayoutOrder order() {
        return order;
    }

    long holdFen() {
        return holdFen;
    }

    /** @param why it goes back; null if it is paid */
    void settle(@Nullable ProblemType why, Instant at) {
        state = why == null ? PartState.PAID : PartState.TO_RETURN;
        reason = why;
        settledAt = at;
    }

    Payout shown() {
        String yuan = BigDecimal.valueOf(holdFen, 2).toPlainString();
        @Nullable ProblemType why = reason;
        PayoutPart part = new PayoutPart(
                insurance,
                period,
                cutOff,
                holdFen,
                heldFen,
                shareFen,
                "00-pension-flexible-rate",
                "20 percent of the base; the fake's own",
                false,
                state,
                why == null ? null : ReturnReason.of(why),
                settledAt,
                yuan + " yuan of your earnings of " + order.paidOn() + " for " + period + ": " + state + ".",
                "您" + order.paidOn() + "的收入中，" + yuan + "元用于" + period + "：" + state + "。");
        return new Payout(
                id,
                order.partnerReference(),
                order.workerId(),
                order.mandateId(),
                LocalDate.parse(order.paidOn()),
                order.earnedFen(),
                holdFen,
                List.of(part),
                reportedAt);
    }
}
