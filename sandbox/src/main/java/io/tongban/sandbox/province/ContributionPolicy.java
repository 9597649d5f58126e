package io.tongban.sandbox.province;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What provinces take, month by month, as {@code policy/*.yaml} says; each value stands there with its source. */
public final class ContributionPolicy {
    private final List<BaseLimits> limits;
    private final List<ContributionRate> rates;

    public ContributionPolicy(List<BaseLimits> limits, List<ContributionRate> rates) {
        this.limits = List.copyOf(limits);
        this.rates = List.copyOf(rates);
    }

    /** The policy that ships. */
    public static ContributionPolicy shipped() {
        return new ContributionPolicy(
                DataFile.read("/policy/contribution-base.yaml", BaseFile.class).values(),
                DataFile.read("/policy/contribution-rate.yaml", RateFile.class).values());
    }

    /** @param kind AAE140 code, three digits */
    public Optional<BaseLimits> limits(String provinceCode, String kind, YearMonth month) {
        return limits.stream()
                .filter(row -> row.province().equals(provinceCode) && row.kind().equals(kind))
                .filter(row -> inForce(month, row.validFrom(), row.validTo()))
                .findFirst();
    }

    /** @param kind AAE140 code, three digits */
    public Optional<ContributionRate> rate(String provinceCode, String kind, YearMonth month) {
        return rates.stream()
                .filter(row -> row.province().equals(provinceCode) && row.kind().equals(kind))
                .filter(row -> inForce(month, row.validFrom(), row.validTo()))
                .findFirst();
    }

    private static boolean inForce(YearMonth month, YearMonth from, @Nullable YearMonth to) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }

    record BaseFile(List<BaseLimits> values) {}

    record RateFile(List<ContributionRate> values) {}
}
