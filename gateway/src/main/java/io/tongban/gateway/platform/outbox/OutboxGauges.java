package io.tongban.gateway.platform.outbox;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * What waits in the outbox, by lane; read on a schedule, so that a scrape costs no query. All webhook lanes are one, as
 * there is one for each endpoint of each partner.
 */
@ApplicationScoped
class OutboxGauges {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final MultiGauge depth;
    private final MultiGauge overdue;
    private final MultiGauge oldest;
    private final LongSupplier nanoTime;
    // Of the scheduler's one run at a time.
    private volatile long lastBegin;
    private volatile long pauseNanos;

    @Inject
    OutboxGauges(Jdbi jdbi, Outbox outbox, MeterRegistry registry) {
        this(jdbi, outbox, registry, System::nanoTime);
    }

    OutboxGauges(Jdbi jdbi, Outbox outbox, MeterRegistry registry, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.depth = MultiGauge.builder("tongban.outbox.depth")
                .description("Rows not done")
                .register(registry);
        this.overdue = MultiGauge.builder("tongban.outbox.overdue")
                .baseUnit("seconds")
                .description("How long the row that is due the longest has been due")
                .register(registry);
        this.oldest = MultiGauge.builder("tongban.outbox.oldest")
                .baseUnit("seconds")
                .description("Age of the oldest row, however often it was tried")
                .register(registry);
    }

    /** Reads the whole table, and so less often the more there is in it. */
    @Scheduled(identity = "outbox-gauges", every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void refreshInTurn() {
        long begin = nanoTime.getAsLong();
        if (begin - lastBegin < pauseNanos) {
            return;
        }
        lastBegin = begin;
        refresh();
        pauseNanos = CountingPace.pause(nanoTime.getAsLong() - begin, 0);
    }

    void refresh() {
        Map<String, List<LaneBacklog>> byTag = jdbi.withHandle(outbox::backlog).stream()
                .collect(groupingBy(backlog -> backlog.lane().startsWith("webhook:") ? "webhook" : backlog.lane()));
        depth.register(
                rows(byTag, lanes ->
                        (double) lanes.stream().mapToLong(LaneBacklog::rows).sum()),
                true);
        overdue.register(rows(byTag, lanes -> longest(lanes, LaneBacklog::overdue)), true);
        oldest.register(rows(byTag, lanes -> longest(lanes, LaneBacklog::oldest)), true);
    }

    private static List<Row<?>> rows(Map<String, List<LaneBacklog>> byTag, Function<List<LaneBacklog>, Double> value) {
        return byTag.entrySet().stream()
                .<Row<?>>map(entry -> Row.of(Tags.of("lane", entry.getKey()), value.apply(entry.getValue())))
                .toList();
    }

    private static double longest(List<LaneBacklog> lanes, Function<LaneBacklog, Duration> time) {
        return lanes.stream()
                        .mapToLong(lane -> time.apply(lane).toMillis())
                        .max()
                        .orElse(0)
                / 1000.0;
    }
}
