package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.gateway.contribution.quote.SubsidyCalculation.Subsidy;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is refunded hangs on the lowest bases of all months that are looked at. */
class SubsidyCalculationTest {
    private static final String GUANGZHOU = "440106";
    private static final String PENSION = "AAE140:110";

    /** Looked at again in time, from August 2026 on. */
    private static final PolicyBook LATER = ShippedPolicies.with("""
            scope: "44"
            name: {zh: 广东, en: Guangdong}
            entries:
              - id: 44-floor-guangzhou-2026
                rule: base-floor
                insurance: "AAE140:110"
                region: "4401"
                value: 5510.00
                valid-from: 2026-08-01
                known-from: 2026-11-23
                review-by: 2027-12-31
                mark: official
                source: "Made up for a test"
              - id: 44-ceiling-2026
                rule: base-ceiling
                insurance: "AAE140:110"
                value: 27549.00
                valid-from: 2026-08-01
                known-from: 2026-11-23
                review-by: 2027-12-31
                mark: official
                source: "Made up for a test"
            """);

    @Test
    void anEarlierMonthOfWhichNobodyKnowsTheLowestBaseCountsAsNotReached() {
        Subsidy due = subsidy(Shipped.book(), "2025-11", "2025-06", "2025-09", "2025-10", "2025-11");
        assertThat(due.isDue()).isTrue();
        assertThat(due.monthsReached()).isEqualTo(3);

        assertThat(subsidy(Shipped.book(), "2025-11", "2025-06", "2025-10", "2025-11")
                        .isDue())
                .isFalse();
    }

    @Test
    void theMonthItselfIsRefusedWhereNobodyKnowsItsLowestBase() {
        PolicyBook silent = ShippedPolicies.of(Shipped.book().entries().stream()
                .filter(entry ->
                        !entry.id().startsWith("44-floor") && !entry.id().startsWith("44-average-wage"))
                .toList());

        assertThatThrownBy(() -> subsidy(silent, "2026-10", "2026-08", "2026-09", "2026-10"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.RULE_UNKNOWN));
    }

    @Test
    void isProvisionalWhereTheLowestBaseOfAnEarlierMonthWasLateToBeLookedAtAgain() {
        Subsidy inTime = subsidy(LATER, "2026-10", "2026-08", "2026-09", "2026-10");
        assertThat(inTime.behind()).extracting(PolicyEntry::id).doesNotContain("44-floor-guangzhou-2025");
        assertThat(inTime.provisional()).isFalse();

        Subsidy late = subsidy(LATER, "2026-10", "2026-07", "2026-08", "2026-09", "2026-10");
        assertThat(late.behind()).extracting(PolicyEntry::id).contains("44-floor-guangzhou-2025");
        assertThat(late.provisional()).isTrue();
    }

    /** With an income above the lowest base in these months, and none in others. */
    private static Subsidy subsidy(PolicyBook book, String month, String... earned) {
        Map<YearMonth, Long> incomes =
                Arrays.stream(earned).collect(Collectors.toMap(YearMonth::parse, each -> 600_000L));
        return SubsidyCalculation.of(book, GUANGZHOU, PENSION, YearMonth.parse(month), incomes, Shipped.TODAY);
    }
}
