package io.tongban.gateway.accounting.reconciliation;

import io.tongban.gateway.delivery.review.NewTask;
import io.tongban.gateway.delivery.review.OpenTasks;
import io.tongban.gateway.delivery.review.ReviewTask;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.province.ProvinceDetail.EntryKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows in which a day differs, each with a task for a person; a row that is found again has its task already. */
@ApplicationScoped
class Differences {
    private static final String NOBODY = "none";

    private final OpenTasks tasks;
    private final ReconciliationConfig config;
    private final Clock clock;

    @Inject
    Differences(OpenTasks tasks, ReconciliationConfig config, Clock clock) {
        this.tasks = tasks;
        this.config = config;
        this.clock = clock;
    }

    /** Asks about rows that differ. No more of a day than so many are ever asked about, at whatever look. */
    void tell(Handle handle, DayKey key, Instant now) {
        long most = Math.max(0, config.rows() - DifferenceStore.told(handle, key));
        tell(handle, key, OwnBooks.fresh(handle, key, clock, most), false, now);
    }

    /** Asks about a day whose sums differ, and no row does. */
    void tellWholeDay(Handle handle, DayKey key, EntryKind kind, Instant now) {
        tell(handle, key, List.of(Difference.wholeDay(kind)), true, now);
    }

    private void tell(Handle handle, DayKey key, List<Difference> fresh, boolean wholeDay, Instant now) {
        DifferenceStore.holdSubjects(handle, key, fresh);
        close(handle, OwnBooks.putRight(handle, key, clock, wholeDay), now);
        fresh.forEach(each -> DifferenceStore.open(handle, key, Ids.next("rdf_"), each, now));
        // Also of earlier looks: a withholding that somebody was asked about for another reason had no task for its
        // row.
        DifferenceStore.unasked(handle, key).forEach(row -> tasks.open(handle, task(key, row)));
    }

    /** The day agrees. */
    void close(Handle handle, DayKey key, Instant now) {
        DifferenceStore.holdSubjects(handle, key, List.of());
        close(handle, DifferenceStore.openRows(handle, key), now);
    }

    private void close(Handle handle, List<String> ids, Instant now) {
        for (DifferenceStore.Row row : DifferenceStore.gone(handle, ids, now)) {
            ReviewTask.Outcome outcome = row.reason().equals(Difference.MISSING_THERE)
                            || row.reason().equals(Difference.AMOUNT_DIFFERS)
                    ? ReviewTask.Outcome.BOOKED
                    : ReviewTask.Outcome.NOT_BOOKED;
            tasks.obsolete(handle, row.subject(), row.reason(), outcome);
        }
    }

    private static NewTask task(DayKey key, DifferenceStore.Row row) {
        String client = row.clientId();
        return client == null
                ? new NewTask(key.province(), ReviewTask.Kind.DIFFERENCE, row.id(), NOBODY, row.reason(), null)
                : new NewTask(key.province(), ReviewTask.Kind.WITHHOLDING, row.subject(), client, row.reason(), null);
    }
}
