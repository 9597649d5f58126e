package io.tongban.gateway.contribution.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.enrolment.InsuranceHistories;
import io.tongban.gateway.contribution.mandate.PayoutTerms;
import io.tongban.gateway.contribution.mandate.RecordedMandate;
import io.tongban.gateway.contribution.mandate.Standing;
import io.tongban.gateway.contribution.mandate.WorkerLimits;
import io.tongban.gateway.contribution.payout.LimitLedger.MonthOfPerson;
import io.tongban.gateway.contribution.payout.LimitLedger.Sums;
import io.tongban.gateway.contribution.policy.CutOff;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.contribution.worker.KnownWorker;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Pension and medical insurance of one person in Shanghai, held back by three platforms, each for one of them or for both,
 * under the person's own limit.
 */
class LimitPropertiesTest {
    private static final PolicyBook BOOK = ShippedPolicies.book();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final String PERSON = "prs_1";
    private static final long BASE_FEN = 1_000_000;
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final List<InsuranceKind> INSURANCES =
            List.of(new InsuranceKind("AAE140:110"), new InsuranceKind("AAE140:310"));
    private static final List<List<InsuranceKind>> SETS =
            List.of(INSURANCES, INSURANCES.subList(0, 1), INSURANCES.subList(1, 2));
    private static final CutOff CUT_OFF = CutOff.next(BOOK, "31", TODAY, TODAY).orElseThrow();

    /** The books: what is held, by insurance and platform. */
    private static final class Books {
        private final Map<InsuranceKind, long[]> held = new HashMap<>();

        Books() {
            INSURANCES.forEach(each -> held.put(each, new long[3]));
        }

        Told pay(Platform by, long limitFen, long earnedFen) {
            return pay(by, limitFen, earnedFen, null);
        }

        /** @param keptFen what was held back before the report; null where the platform asks first */
        Told pay(Platform by, long limitFen, long earnedFen, @Nullable Long keptFen) {
            Map<MonthKey, Month> months = new HashMap<>();
            long all = 0;
            long own = 0;
            for (InsuranceKind each : INSURANCES) {
                all += of(each);
                own += of(each, by);
                MonthKey key = new MonthKey(PERSON, each, MONTH);
                months.put(key, month(key, due(each), of(each), of(each, by)));
            }
            LimitLedger limits = new LimitLedger(Map.of(new MonthOfPerson(PERSON, MONTH), new Sums(all, own)));
            Told told = told(
                    new Holding("platform-" + by.number, months, limits, NOW, TODAY), by, limitFen, earnedFen, keptFen);
            told.parts.forEach((insurance, fen) -> held.getOrDefault(insurance, new long[3])[by.number] += fen);
            return told;
        }

        private static Told told(Holding holding, Platform by, long limitFen, long earnedFen, @Nullable Long keptFen) {
            try {
                PayoutRecord payout = holding.add(reported(by, limitFen, earnedFen, keptFen));
                Map<InsuranceKind, Long> parts = new LinkedHashMap<>();
                payout.parts().forEach(part -> parts.put(part.insurance(), part.amountFen()));
                return new Told(parts, payout.returnFen());
            } catch (ProblemException refused) {
                assertThat(refused.type()).isEqualTo(ProblemType.WORKER_LIMIT_REACHED);
                return new Told(Map.of(), 0);
            }
        }

        long of(InsuranceKind insurance, Platform platform) {
            return held.getOrDefault(insurance, new long[3])[platform.number];
        }

        long of(InsuranceKind insurance) {
            long[] by = held.getOrDefault(insurance, new long[3]);
            return by[0] + by[1] + by[2];
        }

        long sum() {
            return held.values().stream().mapToLong(by -> by[0] + by[1] + by[2]).sum();
        }
    }

    /** A platform with one mandate. */
    private record Platform(int number, int share, List<InsuranceKind> insurances) {
        static Platform of(int number, List<Integer> shares, List<Integer> sets) {
            return new Platform(number, shares.get(number), SETS.get(sets.get(number)));
        }
    }

    /** @param parts by insurance, in their order; what is left out is missing */
    private record Told(Map<InsuranceKind, Long> parts, long returnFen) {
        long holdFen() {
            return parts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Property(tries = 1_000)
    void allPlatformsTogetherNeverHoldMore(
            @ForAll @LongRange(min = 50_000, max = 400_000) long limit,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 100) Integer> shares,
            @ForAll @Size(3) List<@IntRange(max = 2) Integer> sets,
            @ForAll @Size(20) List<@IntRange(max = 2) Integer> order,
            @ForAll @Size(20) List<@LongRange(min = 1, max = 400_000) Long> earned) {
        Books books = new Books();
        for (int i = 0; i < order.size(); i++) {
            books.pay(Platform.of(order.get(i), shares, sets), limit, earned.get(i));
            assertThat(books.sum()).isLessThanOrEqualTo(limit);
        }
    }

    /** Whatever the shares come to, and whatever others hold for insurances of which this platform has no mandate. */
    @Property(tries = 1_000)
    void noAmountIsCutByTheLimitWhatItHasNoRoomForIsLeftOut(
            @ForAll @LongRange(min = 500, max = 4_000) long hundreds,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 100) Integer> shares,
            @ForAll @Size(3) List<@IntRange(max = 2) Integer> sets,
            @ForAll @Size(20) List<@IntRange(max = 2) Integer> order,
            @ForAll @Size(20) List<@LongRange(min = 1, max = 400_000) Long> earned) {
        Books books = new Books();
        for (int i = 0; i < order.size(); i++) {
            Platform by = Platform.of(order.get(i), shares, sets);
            Map<InsuranceKind, Long> open = new HashMap<>();
            for (InsuranceKind each : INSURANCES) {
                long own = Allocation.shareFen(due(each), by.share) - books.of(each, by);
                open.put(each, Math.min(own, due(each) - books.of(each)));
            }
            long left = earned.get(i);
            for (Map.Entry<InsuranceKind, Long> part :
                    books.pay(by, hundreds * 100, earned.get(i)).parts.entrySet()) {
                assertThat(part.getValue()).isEqualTo(Math.min(left, open.getOrDefault(part.getKey(), 0L)));
                left -= part.getValue();
            }
        }
    }

    @Property(tries = 1_000)
    void withinAHundredPercentNoPlatformIsToldLessBecauseOfAnother(
            @ForAll @LongRange(min = 500, max = 4_000) long hundreds,
            @ForAll @IntRange(min = 1, max = 98) int first,
            @ForAll @IntRange(min = 1, max = 98) int cut,
            @ForAll @Size(3) List<@IntRange(max = 2) Integer> sets,
            @ForAll @Size(20) List<@IntRange(max = 2) Integer> order,
            @ForAll @Size(20) List<@LongRange(min = 1, max = 400_000) Long> earned) {
        int second = Math.max(1, Math.min(cut, 99 - first));
        List<Integer> shares = List.of(first, second, Math.max(1, 100 - first - second));
        Books together = new Books();
        Books[] alone = {new Books(), new Books(), new Books()};
        for (int i = 0; i < order.size(); i++) {
            Platform by = Platform.of(order.get(i), shares, sets);
            Told told = together.pay(by, hundreds * 100, earned.get(i));
            assertThat(told).isEqualTo(alone[by.number].pay(by, hundreds * 100, earned.get(i)));
        }
    }

    @Property(tries = 1_000)
    void whatWasHeldBeforeTheReportStaysHeldOrGoesBackToTheFen(
            @ForAll @LongRange(min = 50_000, max = 1_000_000) long limit,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 100) Integer> shares,
            @ForAll @Size(3) List<@IntRange(max = 2) Integer> sets,
            @ForAll @Size(20) List<@IntRange(max = 2) Integer> order,
            @ForAll @Size(20) List<Boolean> late,
            @ForAll @Size(20) List<@LongRange(min = 1, max = 400_000) Long> earned) {
        Books books = new Books();
        for (int i = 0; i < order.size(); i++) {
            long before = books.sum();
            long kept = earned.get(i) / 2;
            Told told =
                    books.pay(Platform.of(order.get(i), shares, sets), limit, earned.get(i), late.get(i) ? kept : null);
            if (late.get(i)) {
                assertThat(told.holdFen() + told.returnFen).isEqualTo(kept);
            } else {
                assertThat(told.returnFen).isZero();
            }
            assertThat(books.sum()).isEqualTo(before + told.holdFen());
            for (InsuranceKind each : INSURANCES) {
                assertThat(books.of(each)).isLessThanOrEqualTo(due(each));
            }
        }
    }

    private static long due(InsuranceKind insurance) {
        return MonthlyContribution.of(BOOK, "31", insurance.value(), BASE_FEN, MONTH, TODAY)
                .fen();
    }

    private static Month month(MonthKey key, long due, long held, long own) {
        return new Month(
                "cmo_" + key.insurance().value(),
                key,
                new ProvinceCode("31"),
                BASE_FEN,
                due,
                held,
                own,
                Month.State.COLLECTING,
                "wh_1");
    }

    private static Reported reported(Platform by, long limitFen, long earnedFen, @Nullable Long keptFen) {
        PayoutTerms terms = new PayoutTerms(BASE_FEN, by.share, 100, false, 0, null);
        RecordedMandate mandate = new RecordedMandate(
                "mdt_1",
                "platform",
                "m-1",
                "wkr_1",
                new ProvinceCode("31"),
                by.insurances,
                1_000_000,
                YearMonth.of(2026, 1),
                null,
                NOW,
                "agreement-1",
                terms,
                NOW,
                null,
                1);
        Standing standing = new Standing(
                new KnownWorker("wkr_1", "platform", PERSON),
                mandate,
                "enr_1",
                InsuranceHistories.NONE,
                new WorkerLimits(List.of(new WorkerLimits.Said(YearMonth.of(2026, 1), null, limitFen))));
        Map<InsuranceKind, MonthlyContribution> contributions = new HashMap<>();
        by.insurances.forEach(each ->
                contributions.put(each, MonthlyContribution.of(BOOK, "31", each.value(), BASE_FEN, MONTH, TODAY)));
        return new Reported(
                new PayoutRequest(
                        "p",
                        "wkr_1",
                        "mdt_1",
                        TODAY,
                        earnedFen,
                        PayoutRequest.Origin.EARNINGS,
                        keptFen == null ? null : new PayoutRequest.Kept("pin_1", keptFen)),
                standing,
                terms,
                CUT_OFF,
                contributions,
                Map.of());
    }
}
