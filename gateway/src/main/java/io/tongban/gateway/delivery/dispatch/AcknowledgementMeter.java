package io.tongban.gateway.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What provinces said without being asked in the same breath: {@code tongban.province.acknowledgements}. */
@ApplicationScoped
public class AcknowledgementMeter {
    private final MeterRegistry registry;

    public AcknowledgementMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param kind a short stable word, such as {@code settled}, {@code duplicate} or {@code unknown} */
    public void arrived(String province, String kind) {
        registry.counter("tongban.province.acknowledgements", "province", province, "kind", kind)
                .increment();
    }
}
