package io.tongban.gateway.contribution.quote;

import static io.tongban.gateway.contribution.policy.Relation.EMPLOYEE;
import static io.tongban.gateway.contribution.policy.Relation.FLEXIBLE;
import static io.tongban.gateway.contribution.policy.Relation.PLATFORM_PAID;
import static io.tongban.gateway.contribution.policy.Relation.RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.quote.QuoteCalculation.Quoted;
import io.tongban.gateway.contribution.quote.Shipped.Asking;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What has no answer says why, and which field it is about. */
class QuoteRefusalsTest {
    private static final String PENSION = "AAE140:110";
    private static final String GUANGZHOU = "440106";

    @Test
    void refusesWhatMakesNoSense() {
        refused(ProblemType.PROVINCE_UNKNOWN, "/workPlace", Shipped.question("990101", FLEXIBLE, PENSION));
        refused(ProblemType.INSURANCE_NOT_APPLICABLE, "/insurances/0", ask(RESIDENT, PENSION));
        refused(ProblemType.INSURANCE_NOT_APPLICABLE, "/insurances/1", ask(FLEXIBLE, PENSION, "AAE140:390"));
        refused(ProblemType.INSURANCE_NOT_APPLICABLE, "/insurances/0", ask(FLEXIBLE, "AAE140:999"));
        refused(ProblemType.RULE_UNKNOWN, "/insurances/1", ask(FLEXIBLE, PENSION, "AAE140:310"));
        refused(
                ProblemType.RULE_UNKNOWN,
                "/insurances/0",
                Shipped.question("110101", RESIDENT, "AAE140:170").months(12));
        refused(ProblemType.GRADE_UNKNOWN, "/grade", ask(FLEXIBLE, PENSION).grade("61"));
        refused(
                ProblemType.GRADE_UNKNOWN,
                "/grade",
                ask(EMPLOYEE, PENSION).grade("60").base(600_000));
        refused(
                ProblemType.GRADE_AND_BASE,
                "/baseFen",
                ask(FLEXIBLE, PENSION).grade("60").base(600_000));
        refused(
                ProblemType.GRADE_AND_BASE,
                "/baseFen",
                ask(RESIDENT, "AAE140:390").months(12).base(600_000));
        refused(
                ProblemType.BASE_OUTSIDE_LIMITS,
                "/baseFen",
                ask(FLEXIBLE, PENSION).base(550_999));
        refused(
                ProblemType.BASE_OUTSIDE_LIMITS,
                "/baseFen",
                ask(FLEXIBLE, PENSION).base(2_754_901));
        refused(ProblemType.BASE_NEEDED, "/baseFen", ask(EMPLOYEE, PENSION));
        refused(ProblemType.PERIOD_NOT_OFFERED, "/period", ask(RESIDENT, "AAE140:390"));
        refused(
                ProblemType.INCOME_IMPLAUSIBLE,
                "/monthlyIncomeFen",
                ask(FLEXIBLE, PENSION).income(-1));
        refused(
                ProblemType.INCOME_IMPLAUSIBLE,
                "/monthlyIncomeFen",
                ask(FLEXIBLE, PENSION).income(91_830_001));
        refused(
                ProblemType.BIRTH_MONTH_IMPLAUSIBLE,
                "/birthMonth",
                ask(FLEXIBLE, PENSION).born("2026-12", "MALE"));
        refused(
                ProblemType.BIRTH_MONTH_IMPLAUSIBLE,
                "/birthMonth",
                ask(FLEXIBLE, PENSION).born("1900-01", "MALE"));
        refused(
                ProblemType.RETIREMENT_AGE_REACHED,
                "/birthMonth",
                ask(FLEXIBLE, PENSION).born("1966-03", "MALE"));
        refused(
                ProblemType.RETIRES_WITHIN_PERIOD,
                "/period",
                ask(FLEXIBLE, PENSION).born("1966-09", "MALE").months(12));
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(FLEXIBLE, PENSION).asOf(LocalDate.of(2024, 2, 29)));
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(FLEXIBLE, PENSION).base(600_000).asOf(LocalDate.of(2010, 1, 1)));
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(FLEXIBLE, PENSION).knownAt(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void saysBeforeTheRulesWhereNoGradeWasInForceYet() {
        LocalDate early = LocalDate.of(2010, 1, 1);
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(FLEXIBLE, PENSION).asOf(early));
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(RESIDENT, "AAE140:170").months(12).asOf(early));
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(RESIDENT, "AAE140:390").months(12).asOf(early));
        refused(
                ProblemType.DATE_BEFORE_RULES,
                "/insurances/0",
                ask(FLEXIBLE, PENSION).grade("60").asOf(early));
    }

    @Test
    void refusesAnInsuranceThatIsNamedTwice() {
        refused(ProblemType.FIELD_INVALID, "/insurances/1", ask(FLEXIBLE, PENSION, PENSION));
    }

    @Test
    void knowsOfNoOccupationalInjuryProtectionBeforeTheProvinceHasBegunWithIt() {
        Asking platform = Shipped.question("150102", PLATFORM_PAID, "AAE140:410");
        refused(ProblemType.DATE_BEFORE_RULES, "/insurances/0", platform.asOf(LocalDate.of(2025, 12, 31)));

        Line line = quote(platform.asOf(LocalDate.of(2026, 1, 1)))
                .options()
                .get(0)
                .lines()
                .get(0);
        assertThat(line.behind())
                .extracting(PolicyEntry::id)
                .containsExactly("00-order-premium-person", "15-occupational-injury-basis");
        assertThat(line.mark()).isEqualTo(Mark.THIRD_PARTY);
        refused(ProblemType.INSURANCE_NOT_APPLICABLE, "/insurances/0", ask(PLATFORM_PAID, PENSION));
    }

    @Test
    void doesNotSayThatThereAreNoGradesWhereNobodyKnowsThem() {
        refused(
                ProblemType.RULE_UNKNOWN,
                "/insurances/0",
                Shipped.question("110101", RESIDENT, "AAE140:170").months(12).grade("200"));
        refused(
                ProblemType.RULE_UNKNOWN,
                "/insurances/0",
                ask(FLEXIBLE, "AAE140:310").grade("60"));
    }

    @Test
    void saysUnknownOfWhatNobodyKnowsAndNotThatThereIsNoSuchThing() {
        refused(ProblemType.RULE_UNKNOWN, "/insurances/0", ask(EMPLOYEE, "AAE140:330"));
        refused(ProblemType.RULE_UNKNOWN, "/insurances/0", ask(EMPLOYEE, "AAE140:120"));
    }

    @Test
    void namesTheInsuranceWhoseLimitsTheBaseIsOutsideOf() {
        assertThatThrownBy(() -> quote(ask(FLEXIBLE, PENSION).base(550_999)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail().orElseThrow())
                                .startsWith("AAE140:110: from 551000 to 2754900 fen"));
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

    private static void refused(ProblemType type, String pointer, Asking asking) {
        assertThatThrownBy(() -> quote(asking)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(type);
            assertThat(problem.pointer().orElse(null)).isEqualTo(pointer);
        });
    }
}
