package io.tongban.gateway.contribution.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.ShippedPolicies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceCalculationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest(name = "{0} fen, on platforms: {1}")
    @CsvSource({
        "399999, true, POSSIBLE, FITS, INCOME_BELOW_BAND",
        "400000, true, FITS, NOT_BESIDE, INCOME_IN_BAND",
        "600000, true, FITS, NOT_BESIDE, INCOME_IN_BAND",
        "600001, true, FITS, NOT_BESIDE, INCOME_ABOVE_BAND",
        "500000, false, POSSIBLE, FITS, NOT_PLATFORM_WORK",
    })
    void theEmployeesSchemeIsForWhoEarnsEnoughOnPlatforms(
            long income, boolean onPlatforms, String employees, String residents, String why) {
        List<Advised> advised = of("1996-04", "MALE", onPlatforms, income, 0, Set.of());

        assertThat(verdict(advised, Scheme.EMPLOYEES_PENSION)).isEqualTo(employees);
        assertThat(verdict(advised, Scheme.EMPLOYEES_MEDICAL)).isEqualTo(employees);
        assertThat(verdict(advised, Scheme.RESIDENT_PENSION)).isEqualTo(residents);
        assertThat(verdict(advised, Scheme.RESIDENT_MEDICAL)).isEqualTo(residents);
        assertThat(codes(advised, Scheme.EMPLOYEES_PENSION)).startsWith(why);
        assertThat(advised.stream().anyMatch(each -> each.scheme() == Scheme.ORDERS))
                .isEqualTo(onPlatforms);
    }

    @Test
    void warnsOfDuplicates() {
        List<Advised> advised = of("1996-04", "MALE", true, 500_000, 0, Set.of("AAE140:170"));
        assertThat(codes(advised, Scheme.EMPLOYEES_PENSION)).containsExactly("INCOME_IN_BAND", "HELD_COUNTERPART");
        assertThat(codes(advised, Scheme.RESIDENT_PENSION)).containsExactly("ALREADY_HELD");

        List<Advised> employed = of("1996-04", "MALE", false, 500_000, 0, Set.of("AAE140:110"));
        assertThat(codes(employed, Scheme.RESIDENT_PENSION)).containsExactly("NOT_PLATFORM_WORK", "HELD_COUNTERPART");
        assertThat(verdict(employed, Scheme.EMPLOYEES_PENSION)).isEqualTo("POSSIBLE");
    }

    @Test
    void warnsWhereTooFewMonthsAreLeftForAPension() {
        // A man of 1970 reaches the age within seven years.
        assertThat(codes(of("1970-01", "MALE", true, 500_000, 0, Set.of()), Scheme.EMPLOYEES_PENSION))
                .containsExactly("INCOME_IN_BAND", "RETIREMENT_NEAR");
        assertThat(codes(of("1970-01", "MALE", true, 500_000, 180, Set.of()), Scheme.EMPLOYEES_PENSION))
                .containsExactly("INCOME_IN_BAND");
    }

    @Test
    void whoHasReachedTheAgeIsAdvisedNoEmployeesScheme() {
        List<Advised> advised = of("1960-01", "MALE", true, 500_000, 0, Set.of());

        assertThat(verdict(advised, Scheme.EMPLOYEES_PENSION)).isEqualTo("NOT_OPEN");
        assertThat(codes(advised, Scheme.EMPLOYEES_PENSION)).containsExactly("AGE_REACHED");
        assertThat(verdict(advised, Scheme.RESIDENT_MEDICAL)).isEqualTo("FITS");
    }

    @Test
    void isTheSameForTheSameQuestionAndCitesTheRule() {
        List<Advised> advised = of("1996-04", "FEMALE", true, 500_000, 0, Set.of());
        assertThat(of("1996-04", "FEMALE", true, 500_000, 0, Set.of())).isEqualTo(advised);
        assertThat(advised.get(0).reasons().get(0).rule())
                .satisfies(rule -> assertThat(rule.id()).isEqualTo("00-advice-income-from"));
        assertThat(advised)
                .allSatisfy(each -> assertThat(each.reasons()).allSatisfy(reason -> {
                    assertThat(reason.zh()).hasSizeBetween(5, 200);
                    assertThat(reason.en()).hasSizeBetween(5, 200);
                }));
    }

    private static List<Advised> of(
            String birth, String sex, boolean onPlatforms, long income, int paidMonths, Set<String> held) {
        return AdviceCalculation.of(
                ShippedPolicies.book(),
                new AdviceQuestion(
                        "430602",
                        "440106",
                        YearMonth.parse(birth),
                        sex,
                        onPlatforms,
                        income,
                        held,
                        paidMonths,
                        DAY,
                        DAY));
    }

    private static String verdict(List<Advised> advised, Scheme scheme) {
        return one(advised, scheme).verdict().name();
    }

    private static List<String> codes(List<Advised> advised, Scheme scheme) {
        return one(advised, scheme).reasons().stream()
                .map(reason -> reason.code().name())
                .toList();
    }

    private static Advised one(List<Advised> advised, Scheme scheme) {
        return advised.stream()
                .filter(each -> each.scheme() == scheme)
                .findFirst()
                .orElseThrow();
    }
}
