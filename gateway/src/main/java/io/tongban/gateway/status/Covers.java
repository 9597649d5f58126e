package io.tongban.gateway.status;

import io.tongban.gateway.withholding.PaidMonth;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of one insurance in one province, by the province or by the gateway itself. */
final class Covers {
    private Covers() {}

    /** @param paidThrough last month paid without a gap; absent when nothing is paid */
    record Known(State state, @Nullable YearMonth paidThrough, boolean byProvince, Instant asOf) {}

    /** HRSS AAC031, and NONE where no payment is known. */
    enum State {
        PAYING,
        SUSPENDED,
        ENDED,
        NONE
    }

    /** What the province just answered; an insurance that it does not name has no payment. */
    static Known byProvince(ProvinceDetail.Covers answer, InsuranceKind insurance, Instant now) {
        return answer.covers().stream()
                .filter(cover -> cover.insurance().equals(insurance))
                .findFirst()
                .map(cover -> new Known(State.valueOf(cover.state().name()), cover.paidThrough(), true, now))
                .orElse(new Known(State.NONE, null, true, now));
    }

    /**
     * What follows from the months that were confirmed: paying as of the last confirmation, through the last month
     * before the first gap.
     *
     * @param paid ascending
     * @param since when the worker was enrolled, for where nothing was confirmed since
     */
    static Known byGateway(List<PaidMonth> paid, ProvinceCode province, InsuranceKind insurance, Instant since) {
        YearMonth through = null;
        Instant asOf = since;
        for (PaidMonth month : paid) {
            if (!month.province().equals(province) || !month.insurance().equals(insurance)) {
                continue;
            }
            asOf = month.settledAt().isAfter(asOf) ? month.settledAt() : asOf;
            if (through == null || month.period().equals(through.plusMonths(1))) {
                through = month.period();
            }
        }
        return new Known(through == null ? State.NONE : State.PAYING, through, false, asOf);
    }
}
