package io.tongban.gateway.contribution.status;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day to which cover is asked for. */
record CoverDays(LocalDate from, LocalDate to) {
    private static final int MOST_YEARS_BACK = 10;
    private static final int MOST_YEARS = 2;
    private static final int MOST_YEARS_AHEAD = 1;

    /**
     * @param from as written; null for the first of the month eleven months before the last day's
     * @param to as written; null for the last of this month
     * @throws ProblemException date-invalid
     */
    static CoverDays of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = to == null ? today.withDayOfMonth(today.lengthOfMonth()) : day("to", to);
        LocalDate first = from == null ? last.withDayOfMonth(1).minusMonths(11) : day("from", from);
        require(
                !first.isBefore(today.minusYears(MOST_YEARS_BACK)),
                from == null ? "to" : "from",
                "At most ten years before " + today);
        require(!last.isBefore(first), "to", "Not before " + first);
        require(last.isBefore(first.plusYears(MOST_YEARS)), "to", "Before " + first.plusYears(MOST_YEARS));
        require(!last.isAfter(today.plusYears(MOST_YEARS_AHEAD)), "to", "At most one year after " + today);
        return new CoverDays(first, last);
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.DATE_INVALID).inParameter(name);
        }
    }

    private static void require(boolean right, String name, String detail) {
        if (!right) {
            throw new ProblemException(ProblemType.DATE_INVALID, detail).inParameter(name);
        }
    }
}
