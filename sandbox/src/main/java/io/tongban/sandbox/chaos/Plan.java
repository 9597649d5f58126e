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
import java.util.stream.Stream;

/** Who pays what, from a seed: workers in turn over all provinces, 22 months of insurance each, or 11 where there is one insurance. */
final class Plan {
    /** From here on the limits of all provinces are known. */
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    private static final int MONTHS = 11;
    private static final List<String> KINDS = List.of("110", "310");
    private static final long YUAN = 100;
    /** Those systems know no limits, and take a fifth of any base. */
    private static final List<String> KINDS_OF_OTHER_MAKE = List.of("110");

    private static final int SHARE_OF_OTHER_MAKE = 5;
    private static final long LEAST_BASE_YUAN = 4_000;
    private static final long MOST_BASE_YUAN = 20_000;

    final String run;
    final List<Insured> workers = new ArrayList<>();
    final List<PaidMonth> months = new ArrayList<>();

    /**
     * @param name of the run, the beginning of all its references
     * @param first index of its first worker, so that two runs on one sandbox meet different people
     */
    Plan(String name, int first, ChaosSettings settings, List<String> provinces) {
        this(name, first, settings, provinces, List.of());
    }

    /** @param otherMakes codes of provinces that no simulator of ours is */
    Plan(String name, int first, ChaosSettings settings, List<String> simulated, List<String> otherMakes) {
        run = name + "-" + settings.seed() + "-";
        List<String> provinces =
                Stream.concat(simulated.stream(), otherMakes.stream()).toList();
        List<Platform> platforms = Population.platforms();
        int room = 0;
        for (int i = 0; room < settings.withholdings(); i++) {
            String province = provinces.get(i % provinces.size());
            boolean ofOtherMake = otherMakes.contains(province);
            Insured insured = new Insured(
                    first + i,
                    province,
                    platforms.get(i / provinces.size() % platforms.size()),
                    citizen(province, ofOtherMake, first + i),
                    ofOtherMake ? KINDS_OF_OTHER_MAKE : KINDS,
                    ofOtherMake);
            workers.add(insured);
            room += MONTHS * insured.kinds.size();
        }
        SplittableRandom dice = new SplittableRandom(settings.seed());
        ContributionPolicy policy = ContributionPolicy.shipped();
        for (int month = 0; month < MONTHS; month++) {
            for (String kind : KINDS) {
                for (Insured insured : workers) {
                    if (insured.kinds.contains(kind) && months.size() < settings.withholdings()) {
                        months.add(month(policy, insured, kind, FIRST.plusMonths(month), dice));
                    }
                }
            }
        }
    }

    static String citizen(String province, boolean ofOtherMake, int index) {
        // 66 is a custom of ours, and provinces of other make are invented; nobody's citizen number begins with them.
        return CitizenNumbers.compose(
                province.equals("66") || ofOtherMake ? "65" : province,
                LocalDate.of(1958, 1, 1).plusDays(index / 100),
                index);
    }

    private static PaidMonth month(
            ContributionPolicy policy, Insured insured, String kind, YearMonth period, SplittableRandom dice) {
        if (insured.ofOtherMake) {
            long base = dice.nextLong(LEAST_BASE_YUAN, MOST_BASE_YUAN) * YUAN;
            return new PaidMonth(insured, kind, period, base, base / SHARE_OF_OTHER_MAKE, 0);
        }
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
