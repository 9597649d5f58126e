package io.tongban.gateway.contribution.advice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/**
 * Whom advice is for.
 *
 * @param household division of the household registration, six digits
 * @param workPlace division where the work is
 * @param sex MALE or FEMALE
 * @param onPlatforms whether the person earns by work through platforms
 * @param held insurances that the person has already
 * @param paidMonths of the pension
 */
record AdviceQuestion(
        String household,
        String workPlace,
        YearMonth birthMonth,
        String sex,
        boolean onPlatforms,
        long monthlyIncomeFen,
        Set<String> held,
        int paidMonths,
        LocalDate asOf,
        LocalDate knownAt) {
    AdviceQuestion {
        held = Set.copyOf(held);
    }
}
