package io.tongban.gateway.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Webhook calls: {@code tongban.webhook.deliveries} by outcome. */
@ApplicationScoped
public class WebhookMeter {
    private final MeterRegistry registry;

    public WebhookMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param outcome a short stable word, such as {@code delivered}, {@code status-5xx} or {@code timeout} */
    public void tried(String outcome, Duration took) {
        registry.timer("tongban.webhook.deliveries", "outcome", outcome).record(took);
    }

    /** Counts a delivery that ended without having arrived. */
    public void failed() {
        registry.counter("tongban.webhook.failed").increment();
    }
}
