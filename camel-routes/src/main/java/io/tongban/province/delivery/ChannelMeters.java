package io.tongban.province.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is counted of one lane. Calls are {@code tongban.province.calls}, a timer with tags province, dialect, command and
 * outcome (accepted, refused, pending, unknown); calls that were not made are {@code tongban.province.turned-away} with
 * province, dialect and cause. A registry looks its meters up by all their tags, so each is kept here once found.
 */
final class ChannelMeters {
    static final String CALLS = "tongban.province.calls";
    static final String TURNED_AWAY = "tongban.province.turned-away";

    /** Bounds of the buckets from which percentiles are estimated: few, for there are many provinces. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<TransactionKind, Map<String, Timer>> timers = Arrays.stream(TransactionKind.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> new ConcurrentHashMap<>()));
    private final Map<UnknownCause, Counter> turnedAway = new ConcurrentHashMap<>();

    ChannelMeters(MeterRegistry registry, ProvinceProfile profile) {
        this.registry = registry;
        this.tags = tags(profile);
    }

    static Tags tags(ProvinceProfile profile) {
        return Tags.of("province", profile.code().value(), "dialect", profile.dialect());
    }

    void called(TransactionKind kind, String outcome, Duration took) {
        timers.getOrDefault(kind, Map.of())
                .computeIfAbsent(outcome, each -> timer(kind, each))
                .record(took);
    }

    private Timer timer(TransactionKind kind, String outcome) {
        return Timer.builder(CALLS)
                .description("Calls to provinces' systems")
                .tags(tags.and("command", kind.word(), "outcome", outcome))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void turnedAway(UnknownCause cause) {
        turnedAway.computeIfAbsent(cause, this::counter).increment();
    }

    private Counter counter(UnknownCause cause) {
        return Counter.builder(TURNED_AWAY)
                .description("Calls that were not made, because it was not their turn")
                .tags(tags.and("cause", cause.word()))
                .register(registry);
    }
}
