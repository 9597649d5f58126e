package io.tongban.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tongban.gateway.access.LimitsConfig;
import io.tongban.gateway.keys.KeysConfig;
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
    void overlapsKeysForTenMinutesAndPublishesThemAsLongAsReceiptsAreKept() {
        assertThat(defaults(KeysConfig.class).overlap()).isEqualTo(Duration.ofMinutes(10));
        assertThat(defaults(KeysConfig.class).retention()).isEqualTo(Duration.ofDays(1100));
    }
}
