package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionPolicyTest {
    private final ContributionPolicy policy = ContributionPolicy.shipped();

    @ParameterizedTest
    @CsvSource({
        "44, 2025-07, 477500, 2754900",
        "44, 2026-10, 477500, 2754900",
        "51, 2026-10, 458760, 2293800",
        "11, 2026-10, 716200, 3581100",
        "31, 2026-06, 746040, 3730200",
        "31, 2026-07, 754600, 3773100"
    })
    void boundsThePensionBase(String province, YearMonth month, long floorFen, long ceilingFen) {
        BaseLimits limits = policy.limits(province, "110", month).orElseThrow();

        assertThat(limits.lowestFloorFen()).isEqualTo(floorFen);
        assertThat(limits.ceilingFen()).isEqualTo(ceilingFen);
        assertThat(limits.mark()).isEqualTo("S");
        assertThat(limits.source()).isNotBlank();
        assertThat(policy.rate(province, "110", month).orElseThrow().basisPoints())
                .isEqualTo(2000);
    }

    @Test
    void takesSixtyToThreeHundredPerCentOfTheWageInSichuan() {
        BaseLimits limits = policy.limits("51", "110", YearMonth.of(2026, 10)).orElseThrow();

        assertThat(limits.lowestFloorFen() * 100).isEqualTo(limits.averageWageFen() * 60);
        assertThat(limits.ceilingFen()).isEqualTo(limits.averageWageFen() * 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "310"})
    void knowsTheLimitsAndTheRateOfEveryProvince(String kind) {
        YearMonth month = YearMonth.of(2026, 10);
        for (String province : Provinces.CODES) {
            BaseLimits limits = policy.limits(province, kind, month).orElseThrow();

            assertThat(limits.lowestFloorFen()).isPositive().isLessThan(limits.ceilingFen());
            assertThat(limits.source()).isNotBlank();
            assertThat(policy.rate(province, kind, month).orElseThrow().mark()).isIn("S", "K");
        }
    }

    @Test
    void knowsNothingBeforeTheFirstLimits() {
        assertThat(policy.limits("44", "110", YearMonth.of(2025, 6))).isEmpty();
        assertThat(policy.limits("51", "110", YearMonth.of(2024, 12))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"477500, 95500", "458760, 91752", "500001, 100000", "500002, 100000", "500003, 100001"})
    void takesTwentyPerCentToTheNearestFen(long baseFen, long amountFen) {
        ContributionRate rate = policy.rate("44", "110", YearMonth.of(2026, 10)).orElseThrow();

        assertThat(rate.amountFen(baseFen)).isEqualTo(amountFen);
    }
}
