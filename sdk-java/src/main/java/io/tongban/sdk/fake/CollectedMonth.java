package io.tongban.sdk.fake;

import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.HeldUnder;
import io.tongban.api.payout.LeftOut;
import io.tongban.api.payout.PayoutOrder;
import io.tongban.api.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A month of one insurance of one person, and the payouts that carry it. */
final class CollectedMonth {
    private static final int CUT_OFF_DAY = 15;
    private static final int LATE_DAYS = 2;

    private final WithholdingBook.Month key;
    private final String province;
    private final long dueFen;
    private final List<KeptPayout> parts = new ArrayList<>();
    private boolean collecting = true;

    CollectedMonth(WithholdingBook.Month key, String province, long dueFen) {
        this.key = key;
        this.province = province;
        this.dueFen = dueFen;
    }

    /** 20 percent, half a fen upwards. */
    static long dueFen(long baseFen) {
        return (baseFen * 20 + 50) / 100;
    }

    /** The month whose cut-off comes next: the 15th of the month after it. */
    static YearMonth periodOf(LocalDate paidOn) {
        return YearMonth.from(paidOn).minusMonths(paidOn.getDayOfMonth() > CUT_OFF_DAY ? 0 : 1);
    }

    static LocalDate cutOff(YearMonth period) {
        return period.plusMonths(1).atDay(CUT_OFF_DAY);
    }

    static Instant closesAt(YearMonth period) {
        return cutOff(period)
                .plusDays(1 + LATE_DAYS)
                .atStartOfDay(Provinces.SHANGHAI)
                .toInstant();
    }

    WithholdingBook.Month key() {
        return key;
    }

    String province() {
        return province;
    }

    YearMonth period() {
        return key.period();
    }

    boolean isCollecting() {
        return collecting;
    }

    List<KeptPayout> parts() {
        return List.copyOf(parts);
    }

    /** What a payout stands on: the mandate's terms and cap, and insurances that cannot be taken. */
    record Basis(PayoutTerms terms, long capFen, List<LeftOut> leftOut) {}

    KeptPayout add(String id, String clientId, PayoutOrder order, Basis basis, Instant now) {
        long own = heldBy(clientId);
        long most = mostFen(order, basis.terms());
        @Nullable HeldUnder kept = order.heldUnder();
        long asked = kept == null ? most : Math.min(most, kept.heldFen());
        long room = Math.min(ownLeftFen(clientId, basis, now), dueFen - heldFen());
        long hold = Math.max(0, Math.min(room, asked));
        Map<ProblemType, Long> returns = new EnumMap<>(ProblemType.class);
        if (kept != null && asked > hold) {
            returns.put(ProblemType.CONTRIBUTION_SURPLUS, asked - hold);
        }
        if (kept != null && kept.heldFen() > most) {
            returns.put(ProblemType.INSTRUCTION_EXCEEDED, kept.heldFen() - most);
        }
        KeptPayout.Held held = new KeptPayout.Held(
                key.insurance(), period(), cutOff(period()), hold, own + hold, shareFen(basis.terms()));
        KeptPayout part = new KeptPayout(id, clientId, order, held, returns, basis.leftOut(), now);
        parts.add(part);
        return part;
    }

    private static long mostFen(PayoutOrder order, PayoutTerms terms) {
        @Nullable Long floor = terms.floorFen();
        long aboveFloor = order.earnedFen() - (floor == null ? 0 : floor);
        return Math.max(0, Math.min(order.earnedFen() * terms.payoutPercent() / 100, aboveFloor));
    }

    /** What is left of a platform's own part, as if nobody else held anything. */
    long ownLeftFen(String clientId, Basis basis, Instant now) {
        boolean isNear = !now.isBefore(
                cutOff(period()).minusDays(2).atStartOfDay(Provinces.SHANGHAI).toInstant());
        boolean isWhole = Boolean.TRUE.equals(basis.terms().makesUp()) && isNear;
        long carried = isWhole ? dueFen : shareFen(basis.terms());
        return Math.max(0, Math.min(carried, basis.capFen()) - heldBy(clientId));
    }

    private long shareFen(PayoutTerms terms) {
        return (dueFen * terms.sharePercent() + 99) / 100;
    }

    long dueFen() {
        return dueFen;
    }

    private long heldFen() {
        return parts.stream().mapToLong(KeptPayout::holdFen).sum();
    }

    /** What a platform holds and has not paid in yet; null where that is nothing. */
    io.tongban.api.status.@Nullable CollectedMonth shownTo(String clientId) {
        long held = collecting ? heldBy(clientId) : 0;
        return held == 0 ? null : new io.tongban.api.status.CollectedMonth(period(), held, cutOff(period()));
    }

    private long heldBy(String clientId) {
        return parts.stream()
                .filter(each -> each.clientId().equals(clientId))
                .mapToLong(KeptPayout::holdFen)
                .sum();
    }

    /** @return whether it is complete, and so paid */
    boolean close() {
        collecting = false;
        return heldFen() == dueFen;
    }

    /** Lets go what is held under a mandate. */
    List<KeptPayout> release(String mandateId) {
        List<KeptPayout> released = parts.stream()
                .filter(each -> each.order().mandateId().equals(mandateId))
                .toList();
        parts.removeAll(released);
        return released;
    }
}
