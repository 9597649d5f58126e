package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.Relation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed.
 *
 * @param division six digits of the place that the person would be insured at
 * @param divisionPointer where the request names it
 * @param sex as the rule {@code retirement-cohort} names it: MALE, FEMALE, or FEMALE_STAFF
 * @param months how many are paid at once
 * @param grade null for all of them
 * @param baseFen instead of a grade
 * @param asOf day whose rules count, and whose month is the first one
 */
record Question(
        String division,
        String divisionPointer,
        YearMonth birthMonth,
        String sex,
        Relation relation,
        List<String> insurances,
        int months,
        @Nullable String grade,
        @Nullable Long baseFen,
        @Nullable Long monthlyIncomeFen,
        @Nullable Integer paidMonths,
        LocalDate asOf,
        LocalDate knownAt) {
    Question {
        insurances = List.copyOf(insurances);
    }

    /** Where the request names an insurance. */
    String pointer(String insurance) {
        return "/insurances/" + insurances.indexOf(insurance);
    }

    String province() {
        return division.substring(0, 2);
    }

    YearMonth first() {
        return YearMonth.from(asOf);
    }

    YearMonth through() {
        return first().plusMonths(months - 1L);
    }
}
