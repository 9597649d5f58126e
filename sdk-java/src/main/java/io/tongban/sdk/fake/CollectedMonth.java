package io.tongban.sdk.fake;

import io.tongban.api.mandate.PayoutTerms;
import io.tongban.api.payout.PayoutOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A month of one insurance of one person, and the payouts that carry it. */
final class CollectedMonth {
    private static final int CUT_OFF_DAY = 15;
    private static final int LATE_DAYS = 2;

    private final String key;
    private final String province;
    private final String insurance;
    private final YearMonth period;
    private final long dueFen;
    private final List<KeptPayout> parts = new ArrayList<>();
    private boolean collecting = true;

    CollectedMonth(String key, String province, String insurance, YearMonth period, long dueFen) {
        this.key = key;
        this.province = province;
        this.insurance = insurance;
        this.period = period;
        this.dueFen = dueFen;
    }

    /** 20 percent, half a fen upwards. */
    static long dueFen(long baseFen) {
        return (baseFen * 20 + 50) / 100;
    }

    static YearMonth periodOf(LocalDate paidOn) {
        return YearMonth.from(paidOn).plusMonths(paidOn.getDayOfMonth() > CUT_OFF_DAY ? 1 : 0);
    }

    static Instant closesAt(YearMonth period) {
        return period.atDay(CUT_OFF_DAY + 1 + LATE_DAYS)
                .atStartOfDay(Provinces.SHANGHAI)
                .toInstant();
    }

    String key() {
        return key;
    }

    String province() {
        return province;
    }

    YearMonth period() {
        return period;
    }

    boolean isCollecting() {
        return collecting;
    }

    List<KeptPayout> parts() {
        return List.copyOf(parts);
    }

    KeptPayout add(String id, String clientId, PayoutOrder order, PayoutTerms terms, long capFen, Instant now) {
        long share = (dueFen * terms.sharePercent() + 99) / 100;
        long own = heldBy(clientId);
        long most = order.earnedFen() * terms.payoutPercent() / 100;
        long hold = Math.max(0, Math.min(Math.min(Math.min(share, capFen) - own, dueFen - heldFen()), most));
        KeptPayout part = new KeptPayout(
                id, clientId, order, insurance, period, period.atDay(CUT_OFF_DAY), hold, own + hold, share, now);
        parts.add(part);
        return part;
    }

    private long heldFen() {
        return parts.stream().mapToLong(KeptPayout::holdFen).sum();
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
