package io.tongban.sdk.fake;

import io.tongban.api.payout.LeftOut;
import io.tongban.api.payout.PartState;
import io.tongban.api.payout.Payout;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.payout.PayoutPart;
import io.tongban.api.payout.PayoutReturn;
import io.tongban.api.payout.ReturnReason;
import io.tongban.api.problem.ProblemType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payout, and what became of its part. */
final class KeptPayout {
    private final String id;
    private final String clientId;
    private final PayoutOrder order;
    private final @Nullable Held held;
    private final Map<ProblemType, Long> returns;
    private final List<LeftOut> leftOut;
    private final Instant reportedAt;
    private PartState state = PartState.HELD;
    private @Nullable ProblemType reason;
    private @Nullable Instant settledAt;
    private long revision = 1;

    /**
     * @param held absent where all that was held under an instruction goes back
     * @param returns what goes back of that, by why
     */
    KeptPayout(
            String id,
            String clientId,
            PayoutOrder order,
            @Nullable Held held,
            Map<ProblemType, Long> returns,
            List<LeftOut> leftOut,
            Instant reportedAt) {
        this.id = id;
        this.clientId = clientId;
        this.order = order;
        this.held = held;
        this.returns = Map.copyOf(returns);
        this.leftOut = leftOut;
        this.reportedAt = reportedAt;
    }

    /** A part of a month: of this payout, of the platform with it, and the platform's share. */
    record Held(String insurance, YearMonth period, LocalDate cutOff, long holdFen, long heldFen, long shareFen) {}

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
        return held == null ? 0 : held.holdFen();
    }

    long returnFen() {
        return returns.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param why it goes back; null if it is paid */
    void settle(@Nullable ProblemType why, Instant at) {
        state = why == null ? PartState.PAID : PartState.TO_RETURN;
        reason = why;
        settledAt = at;
        revision++;
    }

    /** The last change. */
    Instant changedAt() {
        @Nullable Instant settled = settledAt;
        return settled == null ? reportedAt : settled;
    }

    Payout shown() {
        return new Payout(
                id,
                order.partnerReference(),
                order.workerId(),
                order.mandateId(),
                LocalDate.parse(order.paidOn()),
                order.earnedFen(),
                holdFen(),
                held == null ? List.of() : List.of(part(held)),
                order.heldUnder(),
                returnFen(),
                returns.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> returned(each.getKey(), each.getValue()))
                        .toList(),
                leftOut,
                reportedAt,
                revision);
    }

    private PayoutPart part(Held part) {
        String yuan = yuan(part.holdFen());
        @Nullable ProblemType why = reason;
        return new PayoutPart(
                part.insurance(),
                part.period(),
                part.cutOff(),
                part.holdFen(),
                part.heldFen(),
                part.shareFen(),
                "00-pension-flexible-rate",
                "20 percent of the base; the fake's own",
                false,
                state,
                why == null ? null : ReturnReason.of(why),
                settledAt,
                yuan + " yuan of your earnings of " + order.paidOn() + " for " + part.period() + ": " + state + ".",
                "您" + order.paidOn() + "的收入中，" + yuan + "元用于" + part.period() + "：" + state + "。");
    }

    private PayoutReturn returned(ProblemType why, long fen) {
        return new PayoutReturn(
                null,
                fen,
                ReturnReason.of(why),
                reportedAt,
                yuan(fen) + " yuan held back of your earnings of " + order.paidOn() + " come back to you.",
                "从您" + order.paidOn() + "的收入中暂扣的" + yuan(fen) + "元现退还给您。");
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
