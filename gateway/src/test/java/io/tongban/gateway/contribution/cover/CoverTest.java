package io.tongban.gateway.contribution.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
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
        assertThat(cover.outlook().nextDue())
                .as("the gateway takes no month before it has begun")
                .isNull();
        assertThat(cover.outlook().lapsesOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(OutlookText.of(RESIDENT_MEDICAL, cover.outlook()).en())
                .endsWith("Ends on 2027-01-01; the next year can be paid from that day on.");
        assertThat(texts(cover(RESIDENT_MEDICAL, TODAY, "2024-01", "2026-01"), "2026-01-01", "2026-12-31"))
                .containsExactly("2026-01-01 2026-04-30 WAITING JOINED_LATE", "2026-05-01 2026-12-31 COVERED PAID");
    }

    @Test
    void theProtectionOfOrdersIsThereAtOnceWhereTheProvinceHasBegunWithIt() {
        assertThat(texts(cover(INJURY, TODAY, "2026-10"), "2026-10-01", "2026-10-31"))
                .containsExactly("2026-10-01 2026-10-31 COVERED PAID");
        // Inner Mongolia began in 2026.
        CoverRules rules = new CoverRules(ShippedPolicies.book(), "15", INJURY, TODAY);
        Cover early = Cover.of(rules, months("2025-12"), InsuranceHistory.EMPTY, Optional.empty(), TODAY);
        assertThat(texts(early, "2025-12-01", "2025-12-31"))
                .containsExactly("2025-12-01 2025-12-31 UNKNOWN RULE_UNKNOWN");
    }

    @Test
    void theProtectionOfOrdersIsAskedOfNoWorkerAndLapsesForNobody() {
        Cover cover = cover(INJURY, TODAY, "2026-10");

        assertThat(texts(cover, "2026-10-31", "2026-12-31"))
                .containsExactly(
                        "2026-10-31 2026-10-31 COVERED PAID", "2026-11-01 2026-12-31 UNKNOWN PAID_BY_PLATFORM");
        assertThat(cover.outlook().nextDue()).isNull();
        assertThat(cover(INJURY, LocalDate.of(2026, 10, 20), "2026-10")
                        .outlook()
                        .lapsesOn())
                .isNull();
    }

    @Test
    void whatIsBeingCollectedCountsAsIfPaidUntilItFails() {
        LocalDate afterTheCutOff = LocalDate.of(2026, 12, 20);
        Outlook outlook =
                collecting(PENSION, afterTheCutOff, "2026-10", "2026-11").outlook();

        assertThat(texts(collecting(PENSION, afterTheCutOff, "2026-10", "2026-11"), "2026-10-01", "2027-01-31"))
                .containsExactly(
                        "2026-10-01 2026-10-31 COVERED PAID",
                        "2026-11-01 2026-11-30 COVERED BEING_COLLECTED",
                        "2026-12-01 2027-01-15 COVERED PAYABLE",
                        "2027-01-16 2027-01-31 SUSPENDED NOT_PAID");
        assertThat(outlook.nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 12), LocalDate.of(2027, 1, 15)));
        assertThat(outlook.paidThrough()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(OutlookText.of(PENSION, outlook).en()).contains("2026-11 being collected, not confirmed yet.");
        assertThat(OutlookText.of(PENSION, outlook).zh()).contains("2026年11月正在收缴中，尚未确认。");
        assertThat(cover(PENSION, afterTheCutOff, "2026-10").outlook().state())
                .as("once it has failed")
                .isEqualTo(CoverState.SUSPENDED);
    }

    @Test
    void whatIsBeingCollectedDoesNotBeginOrBringBackCover() {
        assertThat(collecting(PENSION, TODAY, "2026-05", "2026-11").outlook().state())
                .isEqualTo(CoverState.SUSPENDED);
        Outlook never = Cover.of(
                        new CoverRules(ShippedPolicies.book(), "44", PENSION, TODAY),
                        CoverMonths.of(List.of(), List.of(YearMonth.of(2026, 11))),
                        InsuranceHistory.EMPTY,
                        Optional.empty(),
                        TODAY)
                .outlook();
        assertThat(never.state()).isEqualTo(CoverState.NONE);
        assertThat(never.nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 12), LocalDate.of(2027, 1, 15)));
    }

    @Test
    void aMonthLeftOutBeforeTheLastPaidIsDueWhileItCanBePaid() {
        LocalDate today = LocalDate.of(2026, 11, 10);
        Outlook hole = cover(PENSION, today, "2026-09", "2026-11").outlook();

        assertThat(hole.nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 10), LocalDate.of(2026, 11, 15)));
        assertThat(OutlookText.of(PENSION, hole).en())
                .contains("Pay 2026-10 by 2026-11-15; that month is not covered otherwise.")
                .endsWith("Lapses on 2027-01-16 if nothing is paid after that.");
        assertThat(cover(PENSION, TODAY, "2026-09", "2026-11").outlook().nextDue())
                .as("after its cut-off")
                .isEqualTo(new NextDue(YearMonth.of(2026, 12), LocalDate.of(2027, 1, 15)));
    }

    @Test
    void aRetirementIsNoLapse() {
        CoverRules rules = new CoverRules(ShippedPolicies.book(), "44", PENSION, TODAY);
        Retires retires = new Retires(YearMonth.of(2026, 12), List.of());
        Outlook outlook = Cover.of(
                        rules, months("2026-10", "2026-11"), InsuranceHistory.EMPTY, Optional.of(retires), TODAY)
                .outlook();

        assertThat(outlook.state()).isEqualTo(CoverState.COVERED);
        assertThat(outlook.lapsesOn()).isNull();
    }

    private static Cover collecting(String insurance, LocalDate today, String paid, String underWay) {
        return Cover.of(
                new CoverRules(ShippedPolicies.book(), "44", insurance, TODAY),
                CoverMonths.of(List.of(YearMonth.parse(paid)), List.of(YearMonth.parse(underWay))),
                InsuranceHistory.EMPTY,
                Optional.empty(),
                today);
    }

    @Test
    void whereNobodyKnowsARuleItSaysSo() {
        Outlook unemployment = cover("AAE140:210", TODAY, "2026-10").outlook();

        assertThat(unemployment.state()).isEqualTo(CoverState.UNKNOWN);
        assertThat(unemployment.current().reason()).isEqualTo(CoverReason.RULE_UNKNOWN);
        assertThat(unemployment.nextDue()).isNull();
        CoverRules before = new CoverRules(ShippedPolicies.book(), "44", PENSION, LocalDate.of(2026, 11, 27));
        assertThat(Cover.of(before, months("2026-10"), InsuranceHistory.EMPTY, Optional.empty(), TODAY)
                        .outlook()
                        .state())
                .as("what was not known on the day")
                .isEqualTo(CoverState.UNKNOWN);
    }

    @Test
    void endsWithTheRetirementAgeWhereNothingMoreIsPaid() {
        CoverRules rules = new CoverRules(ShippedPolicies.book(), "44", PENSION, TODAY);
        Retires retires = new Retires(YearMonth.of(2026, 10), List.of());
        Cover cover = Cover.of(
                rules, months("2026-09 2026-10".split(" ")), InsuranceHistory.EMPTY, Optional.of(retires), TODAY);

        assertThat(texts(cover, "2026-09-01", "2026-12-31"))
                .containsExactly("2026-09-01 2026-10-31 COVERED PAID", "2026-11-01 2026-12-31 ENDED RETIREMENT_AGE");
        assertThat(cover.outlook().nextDue()).isNull();
    }

    @Test
    void whereNobodyKnowsTheCutOffNoLapseIsTold() {
        CoverSpan covered =
                new CoverSpan(TODAY, LocalDate.of(2026, 11, 30), CoverState.COVERED, CoverReason.PAID, List.of());
        LocalDate then = LocalDate.of(2026, 12, 1);

        assertThat(Cover.lapse(List.of(covered, after(then, CoverState.UNKNOWN, CoverReason.CUT_OFF_UNKNOWN)), 0))
                .isNull();
        assertThat(Cover.lapse(List.of(covered, after(then, CoverState.SUSPENDED, CoverReason.NOT_PAID)), 0)
                        .from())
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
                InsuranceHistory.EMPTY,
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
