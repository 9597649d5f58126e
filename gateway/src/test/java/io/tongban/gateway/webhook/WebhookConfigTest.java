package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.outbox.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookConfigTest {
    @Test
    void hasDefaults() {
        WebhookConfig config = Settings.of(WebhookConfig.class, Map.of());
        assertThat(config.allowPrivateTargets()).isFalse();
        assertThat(config.endpointsPerPartner()).isEqualTo(10);
        assertThat(config.callsPerEndpoint()).isEqualTo(4);
        assertThat(config.callsInAll()).isEqualTo(64);
        assertThat(config.resolveTimeout()).hasSeconds(3);
        assertThat(config.connectTimeout()).hasSeconds(3);
        assertThat(config.callTimeout()).hasSeconds(10);
        assertThat(config.firstPause()).hasSeconds(5);
        assertThat(config.longestPause()).hasHours(1);
        assertThat(config.giveUpAfter()).hasDays(3);
        assertThat(config.keepEvents()).hasDays(30);
        assertThat(config.waitingPlaces()).isEqualTo(16);
        assertThat(config.waitPoll()).hasMillis(500);
    }
}
