package io.tongban.province.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How the lanes are, by province and dialect, which is all that the versions of a province differ by here:
 * {@code tongban.province.breaker} (0 closed, 0.5 half open, 1 open) and {@code tongban.province.in-flight}.
 */
final class ChannelGauges {
    static final String BREAKER = "tongban.province.breaker";
    static final String IN_FLIGHT = "tongban.province.in-flight";

    private final MultiGauge breaker;
    private final MultiGauge inFlight;

    ChannelGauges(MeterRegistry registry) {
        this.breaker = MultiGauge.builder(BREAKER)
                .description("1 while the province is not called (circuit open), 0.5 while it is tried again, else 0")
                .register(registry);
        this.inFlight = MultiGauge.builder(IN_FLIGHT)
                .description("Calls that the province is busy with")
                .register(registry);
    }

    /** Shows these lanes, and no others. */
    void show(Collection<ProvinceChannel> channels) {
        Map<Tags, List<ProvinceChannel>> byTags =
                channels.stream().collect(Collectors.groupingBy(channel -> ChannelMeters.tags(channel.profile())));
        breaker.register(rows(byTags, ChannelGauges::breaker), true);
        inFlight.register(rows(byTags, ChannelGauges::inFlight), true);
    }

    private static List<Row<?>> rows(
            Map<Tags, List<ProvinceChannel>> byTags, ToDoubleFunction<List<ProvinceChannel>> value) {
        return byTags.entrySet().stream()
                .<Row<?>>map(entry -> Row.of(entry.getKey(), entry.getValue(), value))
                .toList();
    }

    private static double breaker(List<ProvinceChannel> channels) {
        return channels.stream()
                .mapToDouble(channel -> switch (channel.gate().breaker()) {
                    case CLOSED -> 0;
                    case HALF_OPEN -> 0.5;
                    case OPEN -> 1;
                })
                .max()
                .orElse(0);
    }

    private static double inFlight(List<ProvinceChannel> channels) {
        return channels.stream().mapToInt(channel -> channel.gate().inFlight()).sum();
    }
}
