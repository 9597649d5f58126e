package io.tongban.gateway.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Calls to provinces: {@code tongban.province.calls} by province, command and outcome. */
@ApplicationScoped
public class ProvinceCalls {
    private static final String ERROR = "error";

    private final MeterRegistry registry;

    public ProvinceCalls(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Makes the call and times it; one that throws counts as outcome {@code error}. */
    public ProvinceReply time(ProvinceCommand command, Supplier<ProvinceReply> call) {
        long start = System.nanoTime();
        String outcome = ERROR;
        try {
            ProvinceReply reply = call.get();
            outcome = outcome(reply);
            return reply;
        } finally {
            registry.timer(
                            "tongban.province.calls",
                            "province",
                            command.province().value(),
                            "command",
                            name(command),
                            "outcome",
                            outcome)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Counts a try that left a command without an outcome for longer than it should be. */
    public void overdue(String kind) {
        registry.counter("tongban.province.overdue", "kind", kind).increment();
    }

    /** {@code accepted}, {@code refused}, {@code pending} or {@code unknown}. */
    public static String outcome(ProvinceReply reply) {
        return name(reply);
    }

    private static String name(Object named) {
        return named.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
