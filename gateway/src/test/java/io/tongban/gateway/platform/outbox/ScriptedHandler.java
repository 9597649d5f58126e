package io.tongban.gateway.platform.outbox;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Does what the test says with each row, and then completes it. */
final class ScriptedHandler implements OutboxHandler {
    final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final LaneBounds bounds;
    private final Consumer<Lease> act;
    final AtomicInteger asked = new AtomicInteger();
    volatile int places = Integer.MAX_VALUE;

    ScriptedHandler(Jdbi jdbi, Outbox outbox, LaneBounds bounds, Consumer<Lease> act) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.bounds = bounds;
        this.act = act;
    }

    @Override
    public String group() {
        return "test";
    }

    @Override
    public LaneBounds bounds() {
        return bounds;
    }

    @Override
    public int places(String lane) {
        asked.incrementAndGet();
        return places;
    }

    @Override
    public Next handle(Lease lease) {
        act.accept(lease);
        // Noted before the commit: whoever sees the outbox empty must see it noted.
        jdbi.useTransaction(handle -> {
            outbox.complete(handle, lease);
            handled.add(lease.subjectId());
        });
        return new Next.Done();
    }

    @Override
    public Next.Again pauseAfter(Lease lease) {
        return new Next.Again(Duration.ofMillis(10));
    }
}
