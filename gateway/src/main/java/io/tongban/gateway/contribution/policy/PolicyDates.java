package io.tongban.gateway.contribution.policy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For which day a question is, and how much was known then.
 *
 * @param asOf the day that it is for
 * @param knownAt the day of the knowledge
 */
public record PolicyDates(LocalDate asOf, LocalDate knownAt) {
    /** Beyond it no rule of today means anything. */
    private static final int MOST_YEARS = 10;

    /**
     * @param asOf as written; null for today
     * @throws ProblemException date-invalid for a day that no calendar has or that is too far away, knowledge-in-future for one that is to come
     */
    public static PolicyDates of(@Nullable String asOf, @Nullable String knownAt, LocalDate today) {
        LocalDate known = day("knownAt", knownAt, today);
        if (known.isAfter(today)) {
            throw new ProblemException(ProblemType.KNOWLEDGE_IN_FUTURE, "Today is " + today).inParameter("knownAt");
        }
        LocalDate day = day("asOf", asOf, today);
        if (day.isAfter(today.plusYears(MOST_YEARS))) {
            throw new ProblemException(ProblemType.DATE_INVALID, "At most " + MOST_YEARS + " years after " + today)
                    .inParameter("asOf");
        }
        return new PolicyDates(day, known);
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate today) {
        try {
            return text == null ? today : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(ProblemType.DATE_INVALID).inParameter(name);
        }
    }
}
