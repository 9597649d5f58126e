package io.tongban.gateway.contribution.quote;

import static io.tongban.gateway.contribution.policy.Relation.EMPLOYEE;
import static io.tongban.gateway.contribution.policy.Relation.FLEXIBLE;
import static io.tongban.gateway.contribution.policy.Relation.PLATFORM_PAID;
import static io.tongban.gateway.contribution.policy.Relation.RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.gateway.contribution.quote.QuoteCalculation.Quoted;
import io.tongban.gateway.contribution.quote.Shipped.Asking;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteCalculationTest {
    private static final String PENSION = "AAE140:110";
    private static final String GUANGZHOU = "440106";

    @Test
    void showsAllGradesOfARiderInGuangzhouSideBySide() {
        Quoted quoted = quote(Shipped.question(GUANGZHOU, FLEXIBLE, PENSION).income(600_000));

        assertThat(quoted.options()).extracting(Option::grade).containsExactly("60", "80", "100", "200", "300");
        assertThat(quoted.options())
                .extracting(Option::personFen)
                .containsExactly(110_200L, 146_920L, 183_660L, 367_320L, 550_980L);
        assertThat(quoted.options())
                .extracting(Option::remainsFen)
                .containsExactly(489_800L, 453_080L, 416_340L, 232_680L, 49_020L);
    }

    @Test
    void saysOfEachLineWhereItComesFromAndHowFarToTrustIt() {
        Option floor =
                quote(Shipped.question(GUANGZHOU, FLEXIBLE, PENSION)).options().get(0);

        assertThat(floor.lines()).extracting(Line::part).containsExactly("person-account", "person-pooled");
        Line account = floor.lines().get(0);
        assertThat(account.amountFen()).isEqualTo(44_080);
        assertThat(account.rate()).isEqualTo("8");
        assertThat(account.behind())
                .extracting(PolicyEntry::id)
                .containsExactly("00-pension-flexible-rate", "44-floor-guangzhou-2025", "00-pension-grade-60");
        assertThat(account.mark()).isEqualTo(Mark.THIRD_PARTY);
        // Its floor should have been looked at again by 2026-06-30.
        assertThat(account.isProvisional()).isTrue();
        assertThat(quote(Shipped.question("310101", FLEXIBLE, PENSION).grade("60"))
                        .isProvisional())
                .isFalse();
    }

    @Test
    void changesTheBaseWithinAPeriodWhereTheLimitsChange() {
        Option half = quote(Shipped.question("310101", FLEXIBLE, PENSION)
                        .grade("60")
                        .asOf(LocalDate.of(2026, 4, 1))
                        .months(6))
                .options()
                .get(0);

        assertThat(half.lines()).hasSize(4);
        assertThat(half.lines()).extracting(Line::baseFen).containsExactly(746_000L, 746_000L, 754_600L, 754_600L);
        assertThat(half.lines().get(0).through()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(half.lines().get(2).from()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(half.personFen()).isEqualTo(3 * 149_200 + 3 * 150_920);
    }

    @Test
    void partsOfAYearAreWhatItsMonthsAre() {
        LocalDate january = LocalDate.of(2026, 1, 31);
        long months = 0;
        for (int i = 0; i < 12; i++) {
            months += quote(Shipped.question("310101", FLEXIBLE, PENSION)
                            .grade("60")
                            .asOf(january.plusMonths(i)))
                    .options()
                    .get(0)
                    .personFen();
        }
        Option year = quote(Shipped.question("310101", FLEXIBLE, PENSION)
                        .grade("60")
                        .asOf(january)
                        .months(12))
                .options()
                .get(0);

        assertThat(year.personFen()).isEqualTo(months).isEqualTo(6 * 149_200 + 6 * 150_920);
    }

    @Test
    void hasAnEmployersPartAndTheClassesOfIndustriesForEmployees() {
        Quoted quoted = quote(Shipped.question(GUANGZHOU, EMPLOYEE, PENSION, "AAE140:210", "AAE140:410")
                .base(800_000)
                .grade("CLASS_4"));

        Option option = quoted.options().get(0);
        assertThat(option.personFen()).isEqualTo(64_000 + 4_000);
        assertThat(option.employerFen()).isEqualTo(128_000 + 4_000 + 7_200);
    }

    @Test
    void residentsPayByTheYearAndTheStateAddsToIt() {
        Quoted quoted = quote(Shipped.question(GUANGZHOU, RESIDENT, "AAE140:170", "AAE140:390")
                .months(12));

        assertThat(quoted.options()).hasSize(8);
        assertThat(quoted.options().get(3).grade()).isEqualTo("1000");
        assertThat(quoted.options().get(3).personFen()).isEqualTo(100_000 + 40_000);
        assertThat(quoted.options().get(3).subsidyFen()).isEqualTo(8_000 + 70_000);
    }

    @Test
    void aPlatformsWorkerPaysNothingBecauseTheLawSaysSo() {
        Option option = quote(Shipped.question(GUANGZHOU, PLATFORM_PAID, "AAE140:410"))
                .options()
                .get(0);

        assertThat(option.personFen()).isZero();
        assertThat(option.lines().get(0).rule().id()).isEqualTo("00-order-premium-person");
    }

    @Test
    void saysWhenOneMayRetireAndWhatIsMissing() {
        Retirement man =
                quote(Shipped.question(GUANGZHOU, FLEXIBLE, PENSION).paid(26)).retirement();
        assertThat(man.statutory()).isEqualTo(YearMonth.of(2059, 4));
        assertThat(man.earliest()).isEqualTo(YearMonth.of(2056, 4));
        assertThat(man.latest()).isEqualTo(YearMonth.of(2062, 4));
        assertThat(man.minimumMonths()).isEqualTo(240);
        assertThat(man.missingMonths()).isEqualTo(214);

        Retirement soon = quote(Shipped.question(GUANGZHOU, FLEXIBLE, PENSION).born("1967-05", "MALE"))
                .retirement();
        assertThat(soon.statutory()).isEqualTo(YearMonth.of(2028, 1));
        // Not before the age of old.
        assertThat(soon.earliest()).isEqualTo(YearMonth.of(2027, 5));
        assertThat(soon.minimumMonths()).isEqualTo(180);
        assertThat(soon.missingMonths()).isNull();
    }

    @Test
    void paysNothingForAYearWhereTheLawSaysSo() {
        PolicyBook book = ShippedPolicies.with(more("""
                rule: annual-contribution
                    insurance: "AAE140:390"
                    relation: resident
                    state: zero-by-law
                """, "2026-12-31"));

        Option option =
                quote(book, ask(RESIDENT, "AAE140:390").months(12)).options().get(0);

        assertThat(option.personFen()).isZero();
        assertThat(option.lines().get(0).rule().id()).isEqualTo("44-more-0");
    }

    @Test
    void sortsWhatCanBeChosenByWhatItCosts() {
        PolicyBook book = ShippedPolicies.with(more(grade("90"), "2026-12-31", grade("70"), "2026-12-31"));

        assertThat(quote(book, ask(FLEXIBLE, PENSION)).options())
                .extracting(Option::grade)
                .containsExactly("70", "90");
    }

    @Test
    void partsTheLineWhereItBecomesProvisionalAndTheRuleSaysTheSame() {
        PolicyBook book = ShippedPolicies.with(more(grade("90"), "2026-07-31"));
        Quoted quoted = quote(
                book,
                Shipped.question("440106", FLEXIBLE, PENSION)
                        .grade("90")
                        .asOf(LocalDate.of(2026, 6, 1))
                        .months(3));

        List<Line> account = quoted.options().get(0).lines().stream()
                .filter(line -> line.part().equals("person-account"))
                .toList();
        assertThat(account).extracting(Line::isProvisional).containsExactly(false, true);
        assertThat(account.get(1).from()).isEqualTo(YearMonth.of(2026, 7));
        for (PolicyEntry rule : quoted.rules()) {
            assertThat(quoted.isProvisionalBy(rule))
                    .as(rule.id())
                    .isEqualTo(List.of(
                                    "44-average-wage-2025",
                                    "44-floor-guangzhou-2025",
                                    "44-ceiling-2025",
                                    "44-more-0",
                                    "00-minimum-2039")
                            .contains(rule.id()));
        }
    }

    @Test
    void aYearlyContributionCountsByItsFirstMonth() {
        Line line = quote(ask(RESIDENT, "AAE140:390").months(12).asOf(LocalDate.of(2025, 12, 1)))
                .options()
                .get(0)
                .lines()
                .get(0);

        assertThat(line.rule().reviewBy()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(line.isProvisional()).isFalse();
    }

    @Test
    void theMinimumOfThePensionCountsByTheMonthOfRetirement() {
        Retirement far = quote(ask(FLEXIBLE, PENSION)).retirement();
        Retirement soon = quote(ask(FLEXIBLE, PENSION).born("1967-05", "MALE")).retirement();

        assertThat(far.isProvisional(Shipped.TODAY))
                .as("2059, looked at by 2049")
                .isTrue();
        assertThat(soon.isProvisional(Shipped.TODAY))
                .as("2028, looked at by 2029")
                .isFalse();
    }

    @Test
    void takesTheTwentyNinthOfFebruary() {
        assertThat(quote(ask(FLEXIBLE, PENSION).asOf(LocalDate.of(2028, 2, 29)).months(12))
                        .question()
                        .through())
                .isEqualTo(YearMonth.of(2029, 1));
    }

    private static String grade(String share) {
        return """
                rule: base-grade
                    insurance: "AAE140:110"
                    relation: flexible
                    variant: "%s"
                    value: %s
                """.formatted(share, share);
    }

    /** @param rules each followed by its review-by */
    private static String more(String... rules) {
        StringBuilder text = new StringBuilder("scope: \"44\"\nentries:\n");
        for (int i = 0; i < rules.length; i += 2) {
            text.append("  - id: 44-more-").append(i).append("\n    ").append(rules[i]);
            text.append("    valid-from: 2026-01-01\n    known-from: 2026-11-23\n    review-by: ")
                    .append(rules[i + 1]);
            text.append("\n    mark: official\n    source: \"made up for a test\"\n");
        }
        return text.toString();
    }

    private static Asking ask(Relation relation, String... insurances) {
        return Shipped.question(GUANGZHOU, relation, insurances);
    }

    private static Quoted quote(Asking asking) {
        return quote(Shipped.book(), asking);
    }

    private static Quoted quote(PolicyBook book, Asking asking) {
        return QuoteCalculation.of(book, asking.build());
    }
}
