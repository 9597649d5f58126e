package io.tongban.sandbox.chaos;

import io.tongban.sandbox.population.CitizenNumbers;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sandbox.province.BaseLimits;
import io.tongban.sandbox.province.ContributionPolicy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who pays what, from a seed: workers in turn over all provinces, 22 months of insurance each. */
final class Plan {
    /** From here on the limits of all provinces are known. */
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    private static final int MONTHS = 11;
    private static final List<String> KINDS = List.of("110", "310");
    private static final long YUAN = 100;

    final String run;
    final List<Insured> workers = new ArrayList<>();
    final List<PaidMonth> months = new ArrayList<>();

    /**
     * @param name of the run, the beginning of all its references
     * @param first index of its first worker, so that two runs on one sandbox meet different people
     */
    Plan(String name, int first, ChaosSettings settings, List<String> provinces) {
        run = name + "-" + settings.seed() + "-";
        SplittableRandom dice = new SplittableRandom(settings.seed());
        List<Platform> platforms = Population.platforms();
        int perWorker = MONTHS * KINDS.size();
        int count = (settings.withholdings() + perWorker - 1) / perWorker;
        for (int i = 0; i < count; i++) {
            String province = provinces.get(i % provinces.size());
            workers.add(new Insured(
                    first + i,
                    province,
                    platforms.get(i / provinces.size() % platforms.size()),
                    citizen(province, first + i)));
        }
        ContributionPolicy policy = ContributionPolicy.shipped();
        for (int month = 0; month < MONTHS; month++) {
            for (String kind : KINDS) {
                for (Insured insured : workers.subList(0, Math.min(count, settings.withholdings() - months.size()))) {
                    months.add(month(policy, insured, kind, FIRST.plusMonths(month), dice));
                }
            }
        }
    }

    private static String citizen(String province, int index) {
        // 66 is a custom of ours; nobody's citizen number begins with it.
        return CitizenNumbers.compose(
                province.equals("66") ? "65" : province,
                LocalDate.of(1958, 1, 1).plusDays(index / 100),
                index);
    }

    private static PaidMonth month(
            ContributionPolicy policy, Insured insured, String kind, YearMonth period, SplittableRandom dice) {
        BaseLimits limits = policy.limits(insured.province, kind, period)
                .orElseThrow(() -> new IllegalStateException("no limits of " + insured.province + " for " + period));
        long floor = (limits.lowestFloorFen() + YUAN - 1) / YUAN;
        long base = dice.nextLong(floor, limits.ceilingFen() / YUAN + 1) * YUAN;
        long amount = policy.rate(insured.province, kind, period)
                .orElseThrow(() -> new IllegalStateException("no rate of " + insured.province + " for " + period))
                .amountFen(base);
        return new PaidMonth(insured, kind, period, base, amount, 0);
    }
}
