package io.tongban.gateway.contribution.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegionsTest {
    @Test
    void holdsTheProvincesOfTheStandardAndTheResidencePermits() {
        Set<String> codes =
                Regions.PUBLISHED.all().stream().map(Regions.Region::code).collect(Collectors.toSet());
        assertThat(codes)
                .hasSize(Regions.PUBLISHED.all().size())
                .hasSize(31 + 3)
                .contains("11", "44", "51", "65", "81", "82", "83")
                .doesNotContain("66", "71", "91");
    }

    @Test
    void saysOfEachLineHowSureItIsAndFromWhere() {
        assertThat(Regions.PUBLISHED.all()).allSatisfy(region -> {
            assertThat(region.code()).matches("[1-9][0-9]");
            assertThat(region.mark()).isIn("S", "K");
            assertThat(region.source()).isNotBlank();
        });
    }
}
