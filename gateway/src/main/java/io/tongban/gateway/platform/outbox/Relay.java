package io.tongban.gateway.platform.outbox;

import static java.util.stream.Collectors.toMap;

import io.opentelemetry.api.trace.Tracer;
import io.tongban.gateway.platform.problem.RedactedFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases due rows in short transactions, never more than there are free places, and hands each to its handler on a
 * thread of its own. One thread leases; it holds no row and no connection while handlers work.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Jdbi jdbi;
    private final Wakeups wakeups;
    private final OutboxConfig config;
    private final LeaseStore leases = new LeaseStore();
    private final Map<String, OutboxHandler> handlers;
    private final Capacity capacity;
    private final RowWorker worker;
    private final WorkerThreads threads;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private long lastPoll;
    private long lastRenewal;
    private volatile boolean stopping;

    Relay(
            Jdbi jdbi,
            Wakeups wakeups,
            Collection<OutboxHandler> handlers,
            Tracer tracer,
            WorkerThreads threads,
            OutboxConfig config) {
        this.jdbi = jdbi;
        this.wakeups = wakeups;
        this.threads = threads;
        this.config = config;
        this.handlers = handlers.stream().collect(toMap(OutboxHandler::group, Function.identity()));
        this.capacity = new Capacity(handlers.stream().collect(toMap(OutboxHandler::group, OutboxHandler::bounds)));
        this.worker = new RowWorker(jdbi, tracer);
        this.lastPoll = System.nanoTime() - config.pollEvery().toNanos();
        this.lastRenewal = System.nanoTime();
    }

    void start() {
        threads.startLoop(this::loop);
    }

    /** Leases no more, and lets the calls that run finish, up to the bound; the rest is taken over when its lease ends. */
    void stop() {
        stopping = true;
        wakeups.signal("");
        if (!threads.finish(config.drain())) {
            LOG.warn("Stopping with {} outbox rows at work; they are resumed when their leases end", held.size());
        }
    }

    private void loop() {
        while (!stopping) {
            try {
                Set<String> woken = wakeups.await(config.pollEvery());
                keepLeases();
                worker.putOffOwed();
                lanesToLookAt(woken).forEach(this::fill);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it is, the loop goes on: without it nothing accepted would ever be delivered.
                LOG.warn("The outbox cannot be worked off now: {}", RedactedFailure.line(e));
            }
        }
    }

    /** The lanes that were signalled, and at each poll all that are due; shuffled, so that none is always the last. */
    private List<String> lanesToLookAt(Set<String> woken) {
        Set<String> lanes = new HashSet<>(woken);
        if (passed(lastPoll, config.pollEvery())) {
            lastPoll = System.nanoTime();
            lanes.addAll(jdbi.inTransaction(leases::dueLanes));
        }
        List<String> shuffled = new ArrayList<>(lanes);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private void fill(String lane) {
        OutboxHandler handler = handlers.get(Lease.groupOf(lane));
        int free = stopping || handler == null ? 0 : capacity.takeAll(lane, handler.places(lane));
        if (free == 0 || handler == null) {
            return;
        }
        List<Lease> leased = List.of();
        try {
            leased = jdbi.inTransaction(handle -> leases.lease(handle, lane, free, config.lease()));
        } finally {
            if (leased.size() < free) {
                capacity.giveBack(lane, free - leased.size());
            }
        }
        handAll(handler, lane, leased);
    }

    /** Where a thread cannot be had, what no one took is given up at once: its place would be lost, and it would wait. */
    private void handAll(OutboxHandler handler, String lane, List<Lease> leased) {
        int handed = 0;
        try {
            for (Lease lease : leased) {
                hand(handler, lease);
                handed++;
            }
        } finally {
            List<Lease> left = leased.subList(handed, leased.size());
            if (!left.isEmpty()) {
                // The poll finds them again. A signal would send the loop straight back to what just failed.
                capacity.giveBack(lane, left.size());
                left.forEach(lease -> worker.putOff(lease, handler.pauseAfter(lease)));
            }
        }
    }

    private void hand(OutboxHandler handler, Lease lease) {
        held.add(lease);
        try {
            threads.run(() -> {
                try {
                    worker.work(handler, lease);
                } finally {
                    letGo(lease);
                }
            });
        } catch (RuntimeException | Error e) {
            held.remove(lease);
            throw e;
        }
    }

    private void letGo(Lease lease) {
        held.remove(lease);
        capacity.release(lease.lane()).forEach(wakeups::signal);
    }

    private void keepLeases() {
        if (passed(lastRenewal, config.renewEvery())) {
            lastRenewal = System.nanoTime();
            List<Lease> all = List.copyOf(held);
            jdbi.useTransaction(handle -> leases.renew(handle, all, config.lease()));
        }
    }

    private static boolean passed(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }
}
