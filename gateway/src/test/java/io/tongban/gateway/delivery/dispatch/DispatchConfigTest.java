package io.tongban.gateway.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.outbox.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatchConfigTest {
    @Test
    void hasDefaults() {
        DispatchConfig config = Settings.of(DispatchConfig.class, Map.of());
        assertThat(config.callsPerProvince()).isEqualTo(8);
        assertThat(config.callsInAll()).isEqualTo(256);
        assertThat(config.firstPause()).hasMillis(500);
        assertThat(config.longestPause()).hasSeconds(60);
        assertThat(config.warnAfter()).hasHours(4);
        assertThat(config.auditsPerMinute()).isEqualTo(60);
        assertThat(config.longestWait()).hasSeconds(10);
        assertThat(config.waitingPlaces()).isEqualTo(64);
        assertThat(config.waitPoll()).hasMillis(250);
    }
}
