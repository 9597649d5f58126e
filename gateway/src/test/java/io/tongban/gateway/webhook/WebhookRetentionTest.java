package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.webhook.EventType;
import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.outbox.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** Every event of every partner is stored, so more may come in ten minutes than one statement should remove. */
    @Test
    void catchesUpWithMoreThanAStatementRemoves() {
        bench.happenedAtOnce(WebhookRetention.BATCH + 1, Instant.now());
        forgetAfter(Duration.ofDays(29));
        assertThat(events()).isEqualTo(WebhookRetention.BATCH + 1);

        forgetAfter(Duration.ofDays(31));

        assertThat(events()).isZero();
    }

    private int events() {
        return bench.jdbi.withHandle(handle -> handle.createQuery("select count(*) from webhook_event")
                .mapTo(Integer.class)
                .one());
    }

    private void forgetAfter(Duration passed) {
        new WebhookRetention(
                        bench.jdbi,
                        Clock.offset(Clock.tickMillis(ClockConfig.ZONE), passed),
                        Settings.of(WebhookConfig.class, Map.of()))
                .forget();
    }
}
