package io.tongban.gateway.contribution.coverage;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Goes through all persons once a day, a page in a transaction. Nodes take turns at the one cursor; a node that dies
 * leaves it where its last whole page ended.
 */
@ApplicationScoped
public class CoverageRun {
    private static final Logger LOG = Logger.getLogger(CoverageRun.class);
    static final int PAGE = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final CoveragePage page;
    private final CoverageConfig config;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public CoverageRun(CoveragePage page, CoverageConfig config, Jdbi jdbi, Clock clock) {
        this.page = page;
        this.config = config;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(identity = "coverage", every = "{tongban.coverage.look}", concurrentExecution = ConcurrentExecution.SKIP)
    void runRegularly() {
        run();
    }

    /** @return how many persons this node went through; 0 where nothing is due or another node is at it */
    long run() {
        Instant slot = slot(clock.instant());
        jdbi.useTransaction(handle -> {
            CoverageStore.begin(handle, slot);
            CoverageStore.forgetBefore(handle, slot.minus(KEPT));
        });
        long persons = 0;
        for (Optional<Integer> done = step(slot); done.isPresent(); done = step(slot)) {
            persons += done.get();
        }
        return persons;
    }

    private Optional<Integer> step(Instant slot) {
        return jdbi.inTransaction(handle -> CoverageStore.cursor(handle, slot).map(after -> page(handle, slot, after)));
    }

    private int page(Handle handle, Instant slot, String after) {
        CoveragePage.Told told = page.tell(handle, after, PAGE);
        if (told.persons() > 0) {
            CoverageStore.move(handle, slot, told.last(), told.persons(), told.events());
        } else {
            CoverageStore.finish(handle, slot, clock.instant());
            LOG.debugf("The cover of all persons was checked for %s", slot);
        }
        return told.persons();
    }

    /** Slots begin at midnight by the house's clock, which is the one of Shanghai. */
    private Instant slot(Instant now) {
        long seconds = Math.max(1, config.every().toSeconds());
        ZoneOffset offset = clock.getZone().getRules().getOffset(now);
        long local = now.getEpochSecond() + offset.getTotalSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(local, seconds) * seconds - offset.getTotalSeconds());
    }
}
