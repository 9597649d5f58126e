package io.tongban.gateway.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {
    @Test
    void hasDefaults() {
        OutboxConfig config = Settings.of(OutboxConfig.class, Map.of());
        assertThat(config.relay()).isTrue();
        assertThat(config.pollEvery()).hasMillis(500);
        assertThat(config.lease()).hasSeconds(60);
        assertThat(config.renewEvery()).hasSeconds(10);
        assertThat(config.drain()).hasSeconds(20);
    }

    @Test
    void aLeaseOutlivesAnOrderlyStopAndMissedRenewals() {
        OutboxConfig config = Settings.of(OutboxConfig.class, Map.of());
        assertThat(config.lease()).isGreaterThan(config.renewEvery().plus(config.drain()));
    }
}
