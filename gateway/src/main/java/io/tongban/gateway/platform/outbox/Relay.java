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
 * Leases due rows in short transactions, never more than there are free places, gets them ready in the same ones, and
 * hands each to its handler on a thread of its own. No connection is held while handlers work.
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
    private final Looks looks = new Looks();
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
            LOG.warn("Stopping with {} outbox rows in progress; they resume when their leases end", held.size());
        }
    }

    private void loop() {
        while (!stopping) {
            try {
                Set<String> woken = wakeups.await(config.pollEvery());
                keepLeases();
                worker.putOffOwed();
                for (String lane : lanesToLookAt(woken)) {
                    look(lane);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it is, the loop goes on: without it nothing accepted would ever be delivered.
                LOG.warn("The outbox cannot be processed now: {}", RedactedFailure.line(e));
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

    /** On a thread of its own, so that a lock that one lane's rows wait for holds up no other lane. */
    private void look(String lane) throws InterruptedException {
        OutboxHandler handler = handlers.get(Lease.groupOf(lane));
        if (stopping || handler == null || !looks.begin(lane)) {
            return;
        }
        int free = capacity.takeAll(lane, handler.places(lane));
        if (free == 0) {
            looks.end(lane);
            return;
        }
        boolean begun = false;
        try {
            looks.await();
            begun = begin(() -> fill(handler, lane, free));
        } finally {
            if (!begun) {
                capacity.giveBack(lane, free);
                looks.end(lane);
            }
        }
    }

    private boolean begin(Runnable look) {
        try {
            threads.run(look);
            return true;
        } catch (RuntimeException | Error e) {
            looks.leave();
            LOG.warn("The outbox cannot be processed now: {}", RedactedFailure.line(e));
            return false;
        }
    }

    private void fill(OutboxHandler handler, String lane, int free) {
        Work work = Work.NONE;
        try {
            work = lease(handler, lane, free);
        } catch (RuntimeException e) {
            LOG.warn("Rows of {} cannot be leased now: {}", lane, RedactedFailure.line(e));
        } finally {
            looks.leave();
            int unused = free - work.leases().size();
            if (unused > 0) {
                capacity.giveBack(lane, unused);
            }
            if (looks.end(lane)) {
                wakeups.signal(lane);
            }
        }
        handAll(handler, lane, work);
    }

    private Work lease(OutboxHandler handler, String lane, int free) {
        List<Lease> begun = new ArrayList<>();
        try {
            return jdbi.inTransaction(handle -> {
                List<Lease> leased = leases.lease(handle, lane, free, config.lease(), handler.sentWhenLeased());
                begun.addAll(leased);
                return leased.isEmpty() ? Work.NONE : new Work(leased, handler.prepare(handle, leased));
            });
        } catch (RuntimeException e) {
            // It may have been committed all the same, and only its answer be lost: then nobody would send these rows
            // that count as sent.
            worker.oweUnsent(begun);
            LOG.info("Preparing rows of {} one by one, since the batch failed: {}", lane, RedactedFailure.line(e));
            return new Work(
                    jdbi.inTransaction(handle -> leases.lease(handle, lane, free, config.lease())), handler::handle);
        }
    }

    /** @param next what is to be done with each of them */
    private record Work(List<Lease> leases, Function<Lease, Next> next) {
        static final Work NONE = new Work(List.of(), lease -> new Next.Done());
    }

    /**
     * The last one is done on this thread. Where a thread cannot be had, what no one took is given up at once: its place
     * would be lost, and it would wait.
     */
    private void handAll(OutboxHandler handler, String lane, Work work) {
        List<Lease> leased = work.leases();
        held.addAll(leased);
        int handed = 0;
        try {
            for (Lease lease : leased.subList(0, Math.max(0, leased.size() - 1))) {
                threads.run(() -> workOn(handler, lease, work.next()));
                handed++;
            }
        } catch (RuntimeException | Error e) {
            List<Lease> left = leased.subList(handed, leased.size());
            left.forEach(held::remove);
            // The poll finds them again. A signal would send the loop straight back to what just failed.
            capacity.giveBack(lane, left.size());
            left.forEach(lease -> worker.putOffUnsent(lease, handler.pauseAfter(lease)));
            LOG.warn("No thread is free for {} rows of {}: {}", left.size(), lane, RedactedFailure.line(e));
            return;
        }
        if (!leased.isEmpty()) {
            workOn(handler, leased.get(handed), work.next());
        }
    }

    private void workOn(OutboxHandler handler, Lease lease, Function<Lease, Next> next) {
        try {
            worker.work(handler, lease, next);
        } finally {
            held.remove(lease);
            capacity.release(lease.lane()).forEach(wakeups::signal);
        }
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
