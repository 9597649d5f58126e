package io.tongban.gateway.platform.outbox;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jdbi.v3.core.Jdbi;

/** One gateway node, as far as the outbox goes: its door, and a relay that can be started and stopped. */
public final class Node implements AutoCloseable {
    public final Outbox outbox;
    private final Jdbi jdbi;
    private final Wakeups wakeups = new Wakeups();
    private Relay relay;

    public Node(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.outbox = new Outbox(wakeups);
    }

    public void append(String kind, String subject, String lane) {
        jdbi.useTransaction(handle -> outbox.append(handle, new OutboxEntry(kind, subject, lane)));
    }

    /** Works rows off, polling often. */
    public Node start(OutboxHandler handler) {
        return start(handler, Map.of("tongban.outbox.poll-every", "PT0.02S"));
    }

    public Node start(OutboxHandler handler, Map<String, String> settings) {
        return start(handler, settings, OpenTelemetry.noop());
    }

    Node start(OutboxHandler handler, Map<String, String> settings, OpenTelemetry telemetry) {
        return start(handler, settings, telemetry, Thread::new);
    }

    Node start(OutboxHandler handler, Map<String, String> settings, OpenTelemetry telemetry, ThreadFactory threads) {
        relay = new Relay(
                jdbi,
                wakeups,
                List.of(handler),
                telemetry.getTracer("test"),
                new WorkerThreads(threads),
                Settings.of(OutboxConfig.class, settings));
        relay.start();
        return this;
    }

    /** Rows that are left, of all kinds. */
    public static long rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Long.class)
                .one());
    }

    public static void awaitEmpty(Jdbi jdbi) {
        Eventually.holds("the outbox is empty", () -> rows(jdbi) == 0);
    }

    /** As if so much time had passed for all leases and pauses. */
    public static void pass(Jdbi jdbi, String interval) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update outbox set due_at = due_at - :t::interval, leased_until = leased_until - :t::interval,"
                                + " created_at = created_at - :t::interval")
                .bind("t", interval)
                .execute());
    }

    @Override
    public void close() {
        if (relay != null) {
            relay.stop();
        }
    }
}
