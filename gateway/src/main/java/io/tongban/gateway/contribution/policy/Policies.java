package io.tongban.gateway.contribution.policy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.tongban.province.dated.DataFileException;
import io.tongban.province.dated.FolderWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The policies as they are now; a change in the folder counts from the next look on, whole or not at all. */
@ApplicationScoped
public class Policies {
    private static final Logger LOG = Logger.getLogger(Policies.class);
    private static final long WARNED_DAYS = 60;
    /** The next ones are told when these are written down. */
    private static final int TOLD_UNRELEASED = 20;

    private final PolicyConfig config;
    private final Clock clock;
    private final Optional<FolderWatch> watch;
    private volatile PolicyBook book;

    /** @throws DataFileException if the files cannot be used; the gateway does not start then */
    @Inject
    public Policies(PolicyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.watch = config.folder().map(FolderWatch::new);
        this.book = PolicyFiles.book(config.folder());
    }

    public PolicyBook book() {
        return book;
    }

    /** Today by the house's clock, which is the one of Shanghai. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    void tellReviews(@Observes StartupEvent started, MeterRegistry meters) {
        book.provinces().forEach(province -> gauge(meters, province));
        gauge(meters, PolicyBook.NATIONAL);
        warn();
        tellUnreleased();
    }

    private void tellUnreleased() {
        List<PolicyEntry> entries = config.folder()
                .map(folder -> PolicyFiles.unreleased(book, folder))
                .orElse(List.of());
        if (!entries.isEmpty()) {
            LOG.warnf(
                    "%d policy entries of the folder are not in its released.tsv, so the start cannot tell if they were"
                            + " changed. Lines to add, %d at most:",
                    entries.size(), TOLD_UNRELEASED);
            entries.stream().limit(TOLD_UNRELEASED).forEach(entry -> LOG.warnf("%s %s", entry.id(), entry.digest()));
        }
    }

    private void gauge(MeterRegistry meters, String scope) {
        Gauge.builder("tongban.policy.review.days", this, policies -> policies.daysLeft(scope))
                .tag("scope", scope)
                .description(
                        "Days until the first entry in force has to be looked at again; below zero when it is late")
                .strongReference(true)
                .register(meters);
    }

    /** @return not a number where nothing is in force */
    double daysLeft(String scope) {
        LocalDate today = today();
        LongSummaryStatistics days = book.inForce(scope, today, today).stream()
                .filter(entry -> entry.scope().equals(scope))
                .mapToLong(entry -> entry.daysToReview(today))
                .summaryStatistics();
        return days.getCount() == 0 ? Double.NaN : days.getMin();
    }

    /** One line for all, however many there are; the metric tells which. */
    @Scheduled(identity = "policy-reviews", every = "24h", delayed = "24h")
    void warn() {
        LocalDate today = today();
        PolicyBook now = book;
        long late = now.provinces().stream()
                .flatMap(province -> now.inForce(province, today, today).stream())
                .distinct()
                .filter(entry -> entry.daysToReview(today) <= WARNED_DAYS)
                .count();
        if (late > 0) {
            LOG.warnf(
                    "%d policy entries are due for review within %d days or overdue; see the metric"
                            + " tongban.policy.review.days. What is computed from overdue ones is PROVISIONAL",
                    late, WARNED_DAYS);
        }
    }

    @Scheduled(identity = "policies", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (watch.isEmpty() || !watch.get().changed()) {
            return;
        }
        try {
            PolicyBook fresh = PolicyFiles.book(config.folder());
            fresh.requireAllOf(book);
            fresh.requireNewsAfter(today(), book);
            book = fresh;
            LOG.infof("The policies were replaced: %d entries", fresh.entries().size());
            tellUnreleased();
        } catch (DataFileException unusable) {
            LOG.errorf("The new policies cannot be used, the old ones stay: %s", unusable.getMessage());
        }
    }
}
