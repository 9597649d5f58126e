package io.tongban.gateway.contribution.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from months paid by the shipped rules. */
class CoverTest {
    static final String PENSION = "AAE140:110";
    static final String MEDICAL = "AAE140:310";
    static final String RESIDENT_MEDICAL = "AAE140:390";
    static final String INJURY = "AAE140:410";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void thePensionAccruesAndLapsesAfterTheCutOffUnlessTheNextMonthIsPaid() {
        Outlook outlook = cover(PENSION, TODAY, "2026-09", "2026-10").outlook();

        assertThat(outlook.state()).isEqualTo(CoverState.COVERED);
        assertThat(outlook.current().reason()).isEqualTo(CoverReason.PAYABLE);
        assertThat(outlook.since()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(outlook.paidThrough()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(outlook.lapsesOn()).isEqualTo(LocalDate.of(2026, 12, 16));
        assertThat(outlook.nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 11), LocalDate.of(2026, 12, 15)));
        assertThat(outlook.current().behind())
                .extracting(entry -> entry.id())
                .containsExactly("00-pension-flexible-cover", "00-cut-off-day");
        assertThat(outlook.current().mark()).isEqualTo(Mark.ASSUMED);
    }

    @Test
    void aMonthThatWasNotPaidInTimeIsNotCoveredFromItsFirstDay() {
        Cover cover = cover(PENSION, LocalDate.of(2026, 12, 16), "2026-10");

        assertThat(texts(cover, "2026-10-01", "2026-12-31"))
                .containsExactly("2026-10-01 2026-10-31 COVERED PAID", "2026-11-01 2026-12-31 SUSPENDED NOT_PAID");
        assertThat(cover.outlook().lapsesOn()).isNull();
        assertThat(cover.outlook().nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 12), LocalDate.of(2027, 1, 15)));
    }

    @Test
    void aShortGapOfMedicalInsuranceIsNotWaitedForAndALongOneIs() {
        Cover cover = cover(
                MEDICAL,
                TODAY,
                "2025-01 2025-02 2025-03 2025-04 2025-05 2025-06 2025-07 2025-11 2026-04 2026-05".split(" "));

        assertThat(texts(cover, "2025-01-01", "2026-07-31"))
                .containsExactly(
                        "2025-01-01 2025-06-30 WAITING FIRST_PAYMENT",
                        "2025-07-01 2025-07-31 COVERED PAID",
                        "2025-08-01 2025-10-31 SUSPENDED NOT_PAID",
                        "2025-11-01 2025-11-30 COVERED PAID",
                        "2025-12-01 2026-03-31 SUSPENDED NOT_PAID",
                        "2026-04-01 2026-05-31 WAITING AFTER_GAP",
                        "2026-06-01 2026-07-31 SUSPENDED NOT_PAID");
    }

    @Test
    void saysUntilWhenIsWaitedAtMost() {
        Outlook outlook = cover(MEDICAL, TODAY, "2026-10", "2026-11").outlook();

        assertThat(outlook.state()).isEqualTo(CoverState.WAITING);
        assertThat(outlook.waitingUntil()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(outlook.isWaitingAtMost()).isTrue();
        assertThat(outlook.lapsesOn()).isEqualTo(LocalDate.of(2027, 1, 16));
    }

    @Test
    void residentsAreCoveredForTheYearAndWhoJoinsLateWaitsMoreForEachYearMissed() {
        Cover cover = cover(RESIDENT_MEDICAL, TODAY, "2024-01", "2025-01", "2026-05");

        assertThat(texts(cover, "2023-12-01", "2027-02-28"))
                .containsExactly(
                        "2023-12-01 2023-12-31 NONE NOTHING_PAID",
                        "2024-01-01 2024-03-31 WAITING FIRST_PAYMENT",
                        "2024-04-01 2025-12-31 COVERED PAID",
                        "2026-01-01 2026-04-30 ENDED YEAR_OVER",
                        "2026-05-01 2026-07-31 WAITING JOINED_LATE",
                        "2026-08-01 2026-12-31 COVERED PAID",
                        "2027-01-01 2027-02-28 ENDED YEAR_OVER");
        assertThat(cover.outlook().nextDue()).isEqualTo(new NextDue(YearMonth.of(2027, 1), LocalDate.of(2026, 12, 31)));
        assertThat(texts(cover(RESIDENT_MEDICAL, TODAY, "2024-01", "2026-01"), "2026-01-01", "2026-12-31"))
                .containsExactly("2026-01-01 2026-04-30 WAITING JOINED_LATE", "2026-05-01 2026-12-31 COVERED PAID");
    }

    @Test
    void theProtectionOfOrdersIsThereAtOnceWhereTheProvinceHasBegunWithIt() {
        assertThat(texts(cover(INJURY, TODAY, "2026-10"), "2026-10-01", "2026-10-31"))
                .containsExactly("2026-10-01 2026-10-31 COVERED PAID");
        // Inner Mongolia began in 2026.
        CoverRules rules = new CoverRules(ShippedPolicies.book(), "15", INJURY, TODAY);
        Cover early = Cover.of(rules, months("2025-12"), Optional.empty(), TODAY);
        assertThat(texts(early, "2025-12-01", "2025-12-31"))
                .containsExactly("2025-12-01 2025-12-31 UNKNOWN RULE_UNKNOWN");
    }

    @Test
    void whereNobodyKnowsARuleItSaysSo() {
        Outlook unemployment = cover("AAE140:210", TODAY, "2026-10").outlook();

        assertThat(unemployment.state()).isEqualTo(CoverState.UNKNOWN);
        assertThat(unemployment.current().reason()).isEqualTo(CoverReason.RULE_UNKNOWN);
        assertThat(unemployment.nextDue()).isNull();
        CoverRules before = new CoverRules(ShippedPolicies.book(), "44", PENSION, LocalDate.of(2026, 11, 27));
        assertThat(Cover.of(before, months("2026-10"), Optional.empty(), TODAY)
                        .outlook()
                        .state())
                .as("what was not known on the day")
                .isEqualTo(CoverState.UNKNOWN);
    }

    @Test
    void endsWithTheRetirementAgeWhereNothingMoreIsPaid() {
        CoverRules rules = new CoverRules(ShippedPolicies.book(), "44", PENSION, TODAY);
        Retires retires = new Retires(YearMonth.of(2026, 10), List.of());
        Cover cover = Cover.of(rules, months("2026-09 2026-10".split(" ")), Optional.of(retires), TODAY);

        assertThat(texts(cover, "2026-09-01", "2026-12-31"))
                .containsExactly("2026-09-01 2026-10-31 COVERED PAID", "2026-11-01 2026-12-31 ENDED RETIREMENT_AGE");
        assertThat(cover.outlook().nextDue()).isNull();
    }

    @Test
    void whereNobodyKnowsTheCutOffNoLapseIsTold() {
        CoverSpan covered =
                new CoverSpan(TODAY, LocalDate.of(2026, 11, 30), CoverState.COVERED, CoverReason.PAID, List.of());
        LocalDate then = LocalDate.of(2026, 12, 1);

        assertThat(Cover.lapsesOn(List.of(covered, after(then, CoverState.UNKNOWN, CoverReason.CUT_OFF_UNKNOWN)), 0))
                .isNull();
        assertThat(Cover.lapsesOn(List.of(covered, after(then, CoverState.SUSPENDED, CoverReason.NOT_PAID)), 0))
                .isEqualTo(then);
    }

    private static CoverSpan after(LocalDate first, CoverState state, CoverReason reason) {
        return new CoverSpan(first, first.plusDays(30), state, reason, List.of());
    }

    @Test
    void februaryHasTwentyNineDaysWhenItHas() {
        assertThat(texts(cover(PENSION, LocalDate.of(2028, 2, 29), "2028-02"), "2028-02-29", "2028-03-01"))
                .containsExactly("2028-02-29 2028-02-29 COVERED PAID", "2028-03-01 2028-03-01 COVERED PAYABLE");
    }

    static Cover cover(String insurance, LocalDate today, String... months) {
        return Cover.of(
                new CoverRules(ShippedPolicies.book(), "44", insurance, TODAY),
                months(months),
                Optional.empty(),
                today);
    }

    static CoverMonths months(String... months) {
        return CoverMonths.of(Arrays.stream(months).map(YearMonth::parse).toList());
    }

    static List<String> texts(Cover cover, String from, String through) {
        return cover.spans(LocalDate.parse(from), LocalDate.parse(through)).stream()
                .map(span -> span.from() + " " + span.through() + " " + span.state() + " " + span.reason())
                .toList();
    }
}
