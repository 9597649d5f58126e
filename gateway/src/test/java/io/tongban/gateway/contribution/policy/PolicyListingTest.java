package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is listed of a province is what a quote there would count with. */
class PolicyListingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void leavesOutWhatTheProvinceSaysForItself() {
        assertThat(ids("31", TODAY)).contains("31-medical-flexible-rate").doesNotContain("00-medical-flexible-rate");
        assertThat(ids("44", TODAY)).contains("00-medical-flexible-rate");
    }

    @Test
    void leavesOutTheGradesOfTheCountryWhereTheProvinceHasItsOwn() {
        assertThat(ids("11", TODAY))
                .contains("11-resident-pension-grades", "00-pension-grade-60")
                .doesNotContain("00-resident-pension-200");
        assertThat(ids("44", TODAY)).contains("00-resident-pension-200");
    }

    @Test
    void listsWhatPlatformsPayFromTheDayOnWhichTheProvinceHasBegunWithIt() {
        assertThat(ids("15", LocalDate.of(2025, 12, 31)))
                .doesNotContain("00-order-premium-ride", "00-order-premium-person");
        assertThat(ids("15", LocalDate.of(2026, 1, 1))).contains("00-order-premium-ride", "00-order-premium-person");
    }

    @Test
    void theDigestIsTheSameInWhicheverOrder() {
        List<PolicyEntry> entries = new ArrayList<>(ShippedPolicies.book().entries());
        String digest = PolicyBook.digest(entries);
        Collections.reverse(entries);

        assertThat(PolicyBook.digest(entries)).isEqualTo(digest);
    }

    private static List<String> ids(String province, LocalDate asOf) {
        return ShippedPolicies.book().inForce(province, asOf, TODAY).stream()
                .map(PolicyEntry::id)
                .toList();
    }
}
