package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.CutOff;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** From which month a change may hold: this one up to the province's cut-off day, and the next one after it. */
final class EffectiveMonth {
    private static final int MOST_MONTHS_AHEAD = 12;

    private EffectiveMonth() {}

    /**
     * @param asked absent for the earliest
     * @throws ProblemException rule-unknown where nobody knows the cut-off day; change-in-past, or field-invalid for a month
     *     that is too far away
     */
    static YearMonth of(PolicyBook book, String province, @Nullable YearMonth asked, LocalDate today) {
        YearMonth earliest = earliest(book, province, today);
        if (asked == null) {
            return earliest;
        }
        if (asked.isBefore(earliest)) {
            throw new ProblemException(ProblemType.CHANGE_IN_PAST, "The earliest is " + earliest, "/from");
        }
        if (asked.isAfter(earliest.plusMonths(MOST_MONTHS_AHEAD))) {
            throw new ProblemException(
                    ProblemType.FIELD_INVALID, "At most " + MOST_MONTHS_AHEAD + " months after " + earliest, "/from");
        }
        return asked;
    }

    /** What is being collected is collected as it stands: the change holds from the month after it. */
    private static YearMonth earliest(PolicyBook book, String province, LocalDate today) {
        return CutOff.next(book, province, today, today)
                .map(collected -> collected.month().plusMonths(1))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.RULE_UNKNOWN, "The cut-off day of " + YearMonth.from(today), "/province"));
    }
}
