package io.tongban.gateway.contribution.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.enrolment.InsuranceHistory.Standing;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.province.InsuranceChange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Nobody is asked for a month that is refused because the insurance is paused or ended in it. */
class InterruptedCoverTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final CoverRules PENSION =
            new CoverRules(ShippedPolicies.book(), "44", CoverTest.PENSION, LocalDate.of(2026, 11, 28));

    @Test
    void asksForTheLastMonthBeforeAPauseAndForNoneOfIt() {
        Cover cover = cover(TODAY, history("PAUSE 2026-12"), "2026-10");
        Outlook outlook = cover.outlook();

        assertThat(CoverTest.texts(cover, "2026-11-01", "2027-01-31"))
                .containsExactly(
                        "2026-11-01 2026-11-30 COVERED PAYABLE", "2026-12-01 2027-01-31 SUSPENDED INSURANCE_PAUSED");
        assertThat(outlook.nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 11), LocalDate.of(2026, 12, 15)));
        assertThat(outlook.lapsesOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(outlook.endsByOrder()).isTrue();
        OutlookText text = OutlookText.of(CoverTest.PENSION, outlook);
        assertThat(text.en())
                .endsWith("Paused from 2026-12-01. Pay 2026-11 by 2026-12-15; that month is not covered otherwise.");
        assertThat(text.zh()).endsWith("2026年12月1日起暂停缴费。2026年12月15日前缴纳2026年11月，否则该月无保障。");
    }

    @Test
    void asksForNothingWhileItIsPausedAndForTheMonthFromWhichItGoesOn() {
        Outlook paused =
                cover(TODAY, history("PAUSE 2026-12"), "2026-10", "2026-11").outlook();
        assertThat(paused.nextDue()).isNull();
        assertThat(OutlookText.of(CoverTest.PENSION, paused).en()).endsWith("2026-11. Paused from 2026-12-01.");

        LocalDate february = LocalDate.of(2027, 2, 10);
        Outlook resumed = cover(february, history("PAUSE 2026-12", "RESUME 2027-03"), "2026-10", "2026-11")
                .outlook();
        assertThat(resumed.nextDue()).isEqualTo(new NextDue(YearMonth.of(2027, 3), LocalDate.of(2027, 4, 15)));
        assertThat(OutlookText.of(CoverTest.PENSION, resumed).en())
                .endsWith("Paused. Pay 2027-03 by 2027-04-15 to be covered again.");
        assertThat(OutlookText.of(CoverTest.PENSION, resumed).zh()).contains("已暂停缴费。");
    }

    @Test
    void isOverAfterAnEndAndAsksForNothing() {
        Cover cover = cover(TODAY, history("END 2026-12"), "2026-10", "2026-11");

        assertThat(CoverTest.texts(cover, "2026-11-30", "2026-12-31"))
                .containsExactly("2026-11-30 2026-11-30 COVERED PAID", "2026-12-01 2026-12-31 ENDED INSURANCE_ENDED");
        assertThat(cover.outlook().nextDue()).isNull();
        assertThat(OutlookText.of(CoverTest.PENSION, cover.outlook()).zh()).endsWith("2026年12月1日起终止。");
    }

    @Test
    void theMonthAfterAPauseIsNotHeldByWhatWasPaidBeforeIt() {
        Cover cover = cover(LocalDate.of(2026, 12, 10), history("PAUSE 2026-11", "RESUME 2026-12"), "2026-10");

        assertThat(CoverTest.texts(cover, "2026-11-01", "2026-12-31"))
                .containsExactly(
                        "2026-11-01 2026-11-30 SUSPENDED INSURANCE_PAUSED", "2026-12-01 2026-12-31 SUSPENDED NOT_PAID");
        assertThat(cover.outlook().nextDue()).isEqualTo(new NextDue(YearMonth.of(2026, 12), LocalDate.of(2027, 1, 15)));
    }

    @Property(tries = 10_000)
    void noMonthIsDueThatIsClosedAndEachDayHasOneState(@ForAll long seed, @ForAll @IntRange(max = 900) int day) {
        Random random = new Random(seed);
        LocalDate today = LocalDate.of(2026, 1, 1).plusDays(day);
        InsuranceHistory history = history(random);
        List<YearMonth> paid = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            YearMonth month = YearMonth.of(2026, 1).plusMonths(i);
            if (random.nextInt(3) > 0 && history.in(month) == Standing.OPEN) {
                paid.add(month);
            }
        }
        Cover cover = Cover.of(PENSION, CoverMonths.of(paid), history, Optional.empty(), today);

        Outlook outlook = cover.outlook();
        NextDue next = outlook.nextDue();
        if (next != null) {
            assertThat(history.in(next.month())).isEqualTo(Standing.OPEN);
            assertThat(paid).doesNotContain(next.month());
        } else {
            assertThat(history.last()).isNotEqualTo(Standing.OPEN);
        }
        List<CoverSpan> spans = cover.spans(today, today.plusDays(400));
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).through().plusDays(1));
        }
        assertThat(spans)
                .filteredOn(span -> span.reason() == CoverReason.INSURANCE_PAUSED)
                .allMatch(span -> history.in(YearMonth.from(span.from())) == Standing.PAUSED
                        && history.in(YearMonth.from(span.through())) == Standing.PAUSED);
    }

    private static InsuranceHistory history(Random random) {
        List<InsuranceHistory.Change> changes = new ArrayList<>();
        YearMonth month = YearMonth.of(2026, 2);
        boolean open = true;
        while (random.nextInt(5) > 0) {
            month = month.plusMonths(random.nextInt(6));
            InsuranceChange closing = random.nextBoolean() ? InsuranceChange.PAUSE : InsuranceChange.END;
            InsuranceChange opening = random.nextBoolean() ? InsuranceChange.RESUME : InsuranceChange.ENROL;
            changes.add(new InsuranceHistory.Change(open ? closing : opening, month, random.nextBoolean()));
            open = !open;
        }
        return new InsuranceHistory(changes);
    }

    private static Cover cover(LocalDate today, InsuranceHistory history, String... paid) {
        return Cover.of(PENSION, CoverTest.months(paid), history, Optional.empty(), today);
    }

    private static InsuranceHistory history(String... changes) {
        return new InsuranceHistory(List.of(changes).stream()
                .map(each -> each.split(" "))
                .map(each ->
                        new InsuranceHistory.Change(InsuranceChange.valueOf(each[0]), YearMonth.parse(each[1]), true))
                .toList());
    }
}
