package io.tongban.gateway.contribution.cover;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.enrolment.InsuranceHistory;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Over random histories of five years in which a February has 29 days. */
class CoverPropertiesTest {
    private static final YearMonth START = YearMonth.of(2026, 1);
    private static final LocalDate KNOWN = LocalDate.of(2026, 11, 28);
    private static final List<String> INSURANCES =
            List.of("AAE140:110", "AAE140:310", "AAE140:390", "AAE140:170", "AAE140:410", "AAE140:210");
    private static final Map<String, CoverRules> RULES = new HashMap<>();

    @Property(tries = 10_000)
    void everyDayHasExactlyOneStateForOneReason(
            @ForAll long seed, @ForAll @IntRange(max = 5) int insurance, @ForAll @IntRange(max = 1900) int day) {
        Random random = new Random(seed);
        CoverMonths paid = history(random);
        LocalDate today = START.atDay(1).plusDays(day);
        LocalDate from = START.atDay(1).plusDays(random.nextInt(1_900) - 60);
        LocalDate through = from.plusDays(random.nextInt(800));

        List<CoverSpan> spans = cover(insurance, paid, today).spans(from, through);

        assertThat(spans.get(0).from()).isEqualTo(from);
        assertThat(spans.get(spans.size() - 1).through()).isEqualTo(through);
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).through().plusDays(1));
        }
    }

    @Property(tries = 10_000)
    void nobodyIsCoveredWithoutPaymentOrRule(
            @ForAll long seed, @ForAll @IntRange(max = 5) int insurance, @ForAll @IntRange(max = 1900) int day) {
        CoverMonths paid = history(new Random(seed));
        LocalDate today = START.atDay(1).plusDays(day);
        boolean yearly = insurance == 2 || insurance == 3;

        for (CoverSpan span : cover(insurance, paid, today)
                .spans(START.atDay(1), START.plusMonths(66).atEndOfMonth())) {
            if (span.state() != CoverState.COVERED) {
                continue;
            }
            assertThat(span.behind()).anyMatch(entry -> entry.key().rule() == Rule.COVER);
            for (YearMonth month = YearMonth.from(span.from());
                    !month.isAfter(YearMonth.from(span.through()));
                    month = month.plusMonths(1)) {
                YearMonth each = month;
                if (span.reason() == CoverReason.PAID) {
                    assertThat(paid.paid())
                            .anyMatch(one -> one.equals(each)
                                    || yearly && one.getYear() == each.getYear() && one.isBefore(each));
                } else {
                    assertThat(span.reason()).isEqualTo(CoverReason.PAYABLE);
                    assertThat(span.behind()).anyMatch(entry -> entry.key().rule() == Rule.CUT_OFF_DAY);
                    assertThat(paid.paid().contains(each.minusMonths(1))
                                    || paid.paid().contains(each.minusMonths(2)))
                            .isTrue();
                    assertThat(today).isBeforeOrEqualTo(each.plusMonths(1).atDay(15));
                }
            }
        }
    }

    @Property(tries = 10_000)
    void aYearlyPaymentSplitIntoMonthsGivesTheSameCover(
            @ForAll long seed, @ForAll @IntRange(max = 5) int insurance, @ForAll @IntRange(max = 1900) int day) {
        Random random = new Random(seed);
        CoverMonths before = history(random);
        YearMonth january = YearMonth.of(2026 + random.nextInt(5), 1);
        LocalDate today = START.atDay(1).plusDays(day);

        List<YearMonth> single = new ArrayList<>(before.paid());
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            months.add(january.plusMonths(i));
        }
        Collections.shuffle(months, random);
        single.addAll(months);
        CoverMonths whole = before.and(january, 12);

        LocalDate through = START.plusMonths(70).atEndOfMonth();
        assertThat(cover(insurance, CoverMonths.of(single), today).spans(START.atDay(1), through))
                .isEqualTo(cover(insurance, whole, today).spans(START.atDay(1), through));
        if (insurance == 2 || insurance == 3) {
            // By the year the first month is enough.
            assertThat(cover(insurance, before.and(january, 1), today).spans(START.atDay(1), through))
                    .isEqualTo(cover(insurance, whole, today).spans(START.atDay(1), through));
        }
    }

    @Property(tries = 10_000)
    void whatLapsesIsKeptUntilTheDayBefore(
            @ForAll long seed, @ForAll @IntRange(max = 5) int insurance, @ForAll @IntRange(max = 1900) int day) {
        Cover cover = cover(insurance, history(new Random(seed)), START.atDay(1).plusDays(day));
        LocalDate today = START.atDay(1).plusDays(day);
        Outlook outlook = cover.outlook();

        assertThat(cover.spans(today, today).get(0).state()).isEqualTo(outlook.state());
        LocalDate lapses = outlook.lapsesOn();
        if (lapses != null) {
            assertThat(lapses).isAfter(today);
            assertThat(cover.spans(today, lapses.minusDays(1))).allMatch(CoverSpan::isKept);
            assertThat(cover.spans(lapses, lapses)).noneMatch(CoverSpan::isKept);
        } else {
            // Of what the platform owes nobody here knows more than what is confirmed.
            assertThat(outlook.current().isKept()).isEqualTo(insurance == 4 && outlook.state() == CoverState.COVERED);
        }
        assertThat(outlook.waitingUntil() != null).isEqualTo(outlook.state() == CoverState.WAITING);
    }

    private static Cover cover(int insurance, CoverMonths paid, LocalDate today) {
        CoverRules rules = RULES.computeIfAbsent(
                INSURANCES.get(insurance), kind -> new CoverRules(ShippedPolicies.book(), "44", kind, KNOWN));
        return Cover.of(rules, paid, InsuranceHistory.EMPTY, Optional.empty(), today);
    }

    /** Runs and gaps, some of them long. */
    private static CoverMonths history(Random random) {
        TreeSet<YearMonth> paid = new TreeSet<>();
        YearMonth month = START.plusMonths(random.nextInt(12));
        while (month.isBefore(START.plusMonths(60)) && random.nextInt(8) > 0) {
            int run = 1 + random.nextInt(10);
            for (int i = 0; i < run; i++) {
                paid.add(month.plusMonths(i));
            }
            month = month.plusMonths(run + 1 + random.nextInt(7));
        }
        return CoverMonths.of(paid);
    }
}
