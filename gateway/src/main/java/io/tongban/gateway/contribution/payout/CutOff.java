package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleKey;
import io.tongban.gateway.contribution.policy.RuleValue.Count;
import io.tongban.gateway.contribution.policy.Stated;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Until when payouts are for a month.
 *
 * @param lastDay of payouts for it
 * @param entry the rule that says so
 */
record CutOff(YearMonth period, LocalDate lastDay, PolicyEntry entry) {
    private static final RuleKey KEY = new RuleKey(Rule.CUT_OFF_DAY, "", "", "", "");

    /** The month whose cut-off comes next, on the day itself or later. */
    static CutOff of(PolicyBook book, String province, LocalDate paidOn, LocalDate knownAt) {
        CutOff own = ofMonth(book, province, YearMonth.from(paidOn), knownAt);
        return paidOn.isAfter(own.lastDay) ? ofMonth(book, province, own.period.plusMonths(1), knownAt) : own;
    }

    private static CutOff ofMonth(PolicyBook book, String province, YearMonth month, LocalDate knownAt) {
        PolicyEntry entry =
                book.find(province, KEY, month.atDay(1), knownAt).standing().orElseThrow(() -> unknown(month));
        if (!(entry.stated() instanceof Stated.Value said && said.value() instanceof Count day)) {
            throw unknown(month);
        }
        return new CutOff(month, month.atDay(Math.min(day.number(), month.lengthOfMonth())), entry);
    }

    private static ProblemException unknown(YearMonth month) {
        return new ProblemException(ProblemType.RULE_UNKNOWN, "The cut-off day of " + month, "/paidOn");
    }

    /** @param reportWithin how long after the day a payout of before may still be reported */
    Instant closesAt(Duration reportWithin) {
        return lastDay.plusDays(1).atStartOfDay(ClockConfig.ZONE).toInstant().plus(reportWithin);
    }
}
