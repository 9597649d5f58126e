package io.tongban.gateway.contribution.status;

import io.tongban.gateway.contribution.withholding.PaidMonth;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of one insurance in one province, by the province or by the gateway itself. */
public final class Covers {
    private Covers() {}

    /** @param paidThrough last month of the last run of paid months without a gap; absent when nothing is paid */
    public record Known(State state, @Nullable YearMonth paidThrough, boolean byProvince, Instant asOf) {}

    /** HRSS AAC031, and NONE where no payment is known. */
    public enum State {
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
     * What follows from the months that are known to be paid, as of when the last became known: paid through the end of the last
     * run, whatever gaps came before it; paying if that reaches the last month that is due, else suspended. A run ends
     * with its last month, so the last run ends with the last month of all.
     *
     * @param paid in any order; what is on its way counts for nothing
     * @param since when the worker was enrolled, for where nothing was confirmed since
     * @param due the last month that should have been paid by now: {@link #due}
     */
    static Known byGateway(
            List<PaidMonth> paid, ProvinceCode province, InsuranceKind insurance, Instant since, YearMonth due) {
        YearMonth through = null;
        Instant asOf = since;
        for (PaidMonth month : paid) {
            if (!month.is(province, insurance) || !month.isPaid()) {
                continue;
            }
            asOf = month.knownAt().isAfter(asOf) ? month.knownAt() : asOf;
            if (through == null || month.period().isAfter(through)) {
                through = month.period();
            }
        }
        return new Known(state(through, due), through, false, asOf);
    }

    /** The month before the current one, by the calendar of Shanghai: a month may be paid in the month after it. */
    static YearMonth due(Clock clock) {
        return YearMonth.now(clock).minusMonths(1);
    }

    private static State state(@Nullable YearMonth through, YearMonth due) {
        if (through == null) {
            return State.NONE;
        }
        return through.isBefore(due) ? State.SUSPENDED : State.PAYING;
    }
}
