package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.webhook.EventType;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.outbox.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRetentionTest {
    private final WebhookBench bench = new WebhookBench(Map.of());

    @Test
    void forgetsOldEventsThatNobodyWaitsFor() {
        try (Receiver receiver = new Receiver();
                bench) {
            bench.endpoint(receiver.url("/"), EventType.WORKER_ENROLLED);
            bench.enrolled(WebhookBench.CLIENT);
            forgetAfter(Duration.ofDays(31));
            assertThat(bench.states()).containsExactly("PENDING");
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            forgetAfter(Duration.ofDays(29));
            assertThat(bench.states()).containsExactly("DELIVERED");
            forgetAfter(Duration.ofDays(31));
            assertThat(bench.states()).isEmpty();
        }
    }

    private void forgetAfter(Duration passed) {
        new WebhookRetention(
                        bench.jdbi,
                        Clock.offset(Clock.tickMillis(ClockConfig.ZONE), passed),
                        Settings.of(WebhookConfig.class, Map.of()))
                .forget();
    }
}
