package io.tongban.gateway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tongban.gateway.edge.EdgeConfig;
import io.tongban.gateway.trust.access.LimitsConfig;
import io.tongban.gateway.trust.keys.KeysConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder().withMapping(mapping).build().getConfigMapping(mapping);
    }

    @Test
    void letsAPartnerCallAHundredTimesASecond() {
        assertThat(defaults(LimitsConfig.class).requestsPerMinute()).isEqualTo(6000);
    }

    @Test
    void boundsWhatAStrangerMayCost() {
        EdgeConfig edge = defaults(EdgeConfig.class);
        assertThat(edge.connections()).isEqualTo(4096);
        assertThat(edge.connectionsPerAddress()).isEqualTo(512);
        assertThat(edge.headDeadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(edge.bodyDeadline()).isEqualTo(Duration.ofSeconds(20));
        assertThat(edge.bodyBudget()).isEqualTo(16L * 1024 * 1024);
        assertThat(defaults(LimitsConfig.class).refusalsPerMinute()).isEqualTo(600);
    }

    @Test
    void overlapsKeysForTenMinutesAndPublishesThemAsLongAsReceiptsAreKept() {
        assertThat(defaults(KeysConfig.class).overlap()).isEqualTo(Duration.ofMinutes(10));
        assertThat(defaults(KeysConfig.class).retention()).isEqualTo(Duration.ofDays(1100));
    }
}
