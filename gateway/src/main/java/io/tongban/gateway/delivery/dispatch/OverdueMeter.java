package io.tongban.gateway.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tries that left a command without an outcome for longer than it should be: {@code tongban.province.overdue} by kind.
 * The calls themselves are timed where they are made, as {@code tongban.province.calls}.
 */
@ApplicationScoped
public class OverdueMeter {
    private final MeterRegistry registry;

    public OverdueMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    public void tried(String kind) {
        registry.counter("tongban.province.overdue", "kind", kind).increment();
    }
}
