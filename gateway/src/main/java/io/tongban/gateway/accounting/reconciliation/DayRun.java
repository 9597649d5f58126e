package io.tongban.gateway.accounting.reconciliation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tongban.gateway.delivery.province.ProvinceAvailability;
import io.tongban.gateway.platform.problem.RedactedFailure;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceFacts;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens each province's days as they end, and compares those that are due. Any number of nodes may do it at once: each
 * day is with one of them at a time.
 */
@ApplicationScoped
public class DayRun {
    private static final Logger LOG = Logger.getLogger(DayRun.class);
    /** More of a province wait for the next run, so that the other provinces have their turn. */
    private static final int MOST_DAYS = 10;

    private final ProvinceBooks books;
    private final ProvinceAvailability availability;
    private final DayReconciler reconciler;
    private final DayMeters meters;
    private final ReconciliationConfig config;
    private final Jdbi jdbi;
    private final Clock clock;
    private final ExecutorService sideBySide;
    /** Provinces that are compared here, or are going to be. */
    private final Set<ProvinceCode> underWay = ConcurrentHashMap.newKeySet();

    @Inject
    public DayRun(
            ProvinceBooks books,
            ProvinceAvailability availability,
            DayReconciler reconciler,
            DayMeters meters,
            ReconciliationConfig config,
            Jdbi jdbi,
            Clock clock) {
        this.books = books;
        this.availability = availability;
        this.reconciler = reconciler;
        this.meters = meters;
        this.config = config;
        this.jdbi = jdbi;
        this.clock = clock;
        this.sideBySide = Executors.newFixedThreadPool(config.provincesAtOnce(), run -> {
            Thread thread = new Thread(run, "reconciliation");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Scheduled(
            identity = "reconciliation",
            every = "{tongban.reconciliation.look}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void runRegularly() {
        // Nobody waits for what was begun: a province that takes hours must not hold up the others' next look.
        List<Future<Integer>> unused = begin();
        tellOverdue();
    }

    /** @return of each province of which nothing is under way here, how many of its days this node looks at now */
    List<Future<Integer>> begin() {
        List<Future<Integer>> begun = new ArrayList<>();
        for (ProvinceFacts facts : books.reconciled()) {
            ProvinceCode province = facts.code();
            meters.reconciled(province);
            if (underWay.add(province)) {
                begun.add(sideBySide.submit(() -> compared(province)));
            }
        }
        return begun;
    }

    private int compared(ProvinceCode province) {
        try {
            return run(province);
        } catch (RuntimeException e) {
            // The others must not wait for it; the day is looked at again when its lease ends.
            LOG.errorf("Province %s cannot be reconciled now: %s", province, RedactedFailure.line(e));
            return 0;
        } finally {
            underWay.remove(province);
        }
    }

    /** What is under way ends as a call that is interrupted, and its day is looked at again when its lease ends. */
    @PreDestroy
    void close() {
        sideBySide.shutdownNow();
    }

    private int run(ProvinceCode province) {
        jdbi.useTransaction(handle -> DayStore.open(
                handle, province, lastDay(), (int) config.patience().toDays(), clock.instant()));
        int looked = 0;
        while (looked < MOST_DAYS && availability.isOpen(province)) {
            Optional<DayStore.Taken> taken = take(province);
            if (taken.isEmpty()) {
                break;
            }
            reconciler.reconcile(taken.get());
            looked++;
        }
        return looked;
    }

    private Optional<DayStore.Taken> take(ProvinceCode province) {
        Instant now = clock.instant();
        LocalDate since = firstDay();
        return jdbi.inTransaction(handle -> DayStore.take(handle, province, now, now.plus(config.lease()), since));
    }

    /** The last day that has ended long enough. */
    private LocalDate lastDay() {
        return LocalDate.ofInstant(clock.instant().minus(config.after()), clock.getZone())
                .minusDays(1);
    }

    /** The first day that is still compared. */
    private LocalDate firstDay() {
        return lastDay().minusDays(config.patience().toDays());
    }

    void tellOverdue() {
        LocalDate before = LocalDate.ofInstant(clock.instant().minus(config.overdue()), clock.getZone());
        for (DayKey key : jdbi.inTransaction(handle -> DayStore.overdue(handle, before))) {
            LOG.warnf("The books of province %s for %s still do not agree with ours", key.province(), key.day());
        }
        jdbi.useHandle(handle -> meters.show(handle, firstDay()));
    }
}
