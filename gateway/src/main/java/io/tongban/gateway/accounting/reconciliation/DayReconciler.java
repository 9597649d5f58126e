package io.tongban.gateway.accounting.reconciliation;

import io.tongban.gateway.accounting.reconciliation.DayStore.Taken;
import io.tongban.gateway.accounting.reconciliation.ProvinceBooks.NotTold;
import io.tongban.province.ProvinceDetail.EntryKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Compares one day. The province is asked outside of any transaction; what comes of it is written in one, by the node
 * that still has the day. A node that dies at any point leaves a day that is looked at again when its lease ends.
 */
@ApplicationScoped
class DayReconciler {
    /** A row of a withholding that has no outcome yet explains itself by the next look. */
    private static final String UNDER_WAY = "under-way";

    /** With the usual pauses about five hours, in which a province that is merely down comes back. */
    private static final int LOOKS_WITHOUT_LIST = 12;

    /** What is known of the province's items. */
    private enum Listing {
        NOT_ASKED,
        /** It lists none. */
        NONE,
        /** It did not answer with a list, however often it was asked; the sums agree. */
        NOT_HAD,
        WHOLE,
        /** Another node has the day by now. */
        ANOTHERS
    }

    private final ProvinceBooks books;
    private final Differences differences;
    private final DayStatement statement;
    private final ReconciliationConfig config;
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    DayReconciler(
            ProvinceBooks books,
            Differences differences,
            DayStatement statement,
            ReconciliationConfig config,
            Jdbi jdbi,
            Clock clock) {
        this.books = books;
        this.differences = differences;
        this.statement = statement;
        this.config = config;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void reconcile(Taken taken) {
        try {
            DaySums theirs = books.sums(taken.key());
            DaySums ours = jdbi.withHandle(handle -> OwnBooks.sums(handle, taken.key(), clock));
            Listing listing = listing(taken, ours, theirs);
            if (listing != Listing.ANOTHERS) {
                jdbi.useTransaction(handle -> settle(handle, taken, theirs, listing));
            }
        } catch (NotTold e) {
            jdbi.useTransaction(handle -> putOff(handle, taken, e.word()));
        }
    }

    /** Also where the sums agree: a booking that is missing and a strange one of its amount have the same. */
    private Listing listing(Taken taken, DaySums ours, DaySums theirs) throws NotTold {
        if (ours.isEmpty() && theirs.isEmpty()) {
            return Listing.NOT_ASKED;
        }
        if (!books.listsItems(taken.key())) {
            return Listing.NONE;
        }
        try {
            return list(taken, theirs) ? Listing.WHOLE : Listing.ANOTHERS;
        } catch (NotTold e) {
            if (ours.equals(theirs) && !e.contradicts() && isLongWithoutList(taken)) {
                return Listing.NOT_HAD;
            }
            throw e;
        }
    }

    /** A day of which rows are known to differ has to be compared by rows again. */
    private boolean isLongWithoutList(Taken taken) {
        return jdbi.inTransaction(handle -> DayStore.withoutList(handle, taken) >= LOOKS_WITHOUT_LIST
                && DifferenceStore.told(handle, taken.key()) == 0);
    }

    /**
     * The province's items, page by page; each page prolongs the lease.
     *
     * @return false if another node has the day by now: it asks itself
     */
    private boolean list(Taken taken, DaySums theirs) throws NotTold {
        DayKey key = taken.key();
        if (!inLease(taken, handle -> ItemStore.clear(handle, key))) {
            return false;
        }
        if (!books.items(
                key, theirs.all().count(), items -> inLease(taken, handle -> ItemStore.insert(handle, key, items)))) {
            return false;
        }
        Map<EntryKind, Long> listed = jdbi.withHandle(handle -> ItemStore.fen(handle, key));
        Map<EntryKind, Long> told = new TreeMap<>();
        theirs.byKind().forEach((kind, sum) -> told.put(kind, sum.fen()));
        if (!listed.equals(told)) {
            throw NotTold.contradiction("items-differ");
        }
        return true;
    }

    private boolean inLease(Taken taken, Consumer<Handle> step) {
        return jdbi.inTransaction(handle -> {
            boolean ours = DayStore.keep(handle, taken, clock.instant().plus(config.lease()));
            if (ours) {
                step.accept(handle);
            }
            return ours;
        });
    }

    private void settle(Handle handle, Taken taken, DaySums theirs, Listing listing) {
        Instant now = clock.instant();
        DayKey key = taken.key();
        if (!DayStore.keep(handle, taken, now.plus(config.again()))) {
            return;
        }
        // Read again: what came meanwhile stands in the books.
        DaySums ours = OwnBooks.sums(handle, key, clock);
        boolean even = ours.equals(theirs);
        boolean settled = true;
        if (listing == Listing.WHOLE) {
            settled = bySerial(handle, key, ours, theirs, now);
        } else if (even) {
            agreed(handle, key, ours, false, now);
        } else if (listing == Listing.NONE) {
            DayStore.sums(handle, key, ours, theirs);
            DayStore.settle(handle, key, differs(null, now));
        } else {
            settled = false;
        }
        if (!settled) {
            // Ours changed while theirs was read, or will.
            DayStore.putOff(handle, key, UNDER_WAY, now.plus(config.again()));
        }
        ItemStore.clear(handle, key);
    }

    private void agreed(Handle handle, DayKey key, DaySums sums, boolean bySerial, Instant now) {
        differences.close(handle, key, now);
        DayStore.sums(handle, key, sums, sums);
        String signed = statement.write(key, sums, bySerial, now);
        DayStore.settle(handle, key, new DayStore.End(DayState.AGREED, signed, 0L, now, now));
    }

    /** @return false if the day has no end now */
    private boolean bySerial(Handle handle, DayKey key, DaySums ours, DaySums theirs, Instant now) {
        OwnBooks.Extent extent = OwnBooks.extent(handle, key, clock);
        if (extent.rows() == 0 && ours.equals(theirs)) {
            agreed(handle, key, ours, true, now);
            return true;
        }
        if (extent.rows() > 0) {
            // Those that are under way are left out; the others need not wait for them.
            differences.tell(handle, key, now);
        } else if (OwnBooks.sums(handle, key, clock).equals(ours)) {
            differences.tellWholeDay(handle, key, ours.firstDifferent(theirs).kind(), now);
        } else {
            return false;
        }
        if (extent.underway()) {
            return false;
        }
        DayStore.sums(handle, key, ours, theirs);
        DayStore.settle(handle, key, differs(extent.rows(), now));
        return true;
    }

    private DayStore.End differs(@Nullable Long rows, Instant now) {
        return new DayStore.End(DayState.DIFFERS, null, rows, now, now.plus(config.again()));
    }

    private void putOff(Handle handle, Taken taken, String cause) {
        Instant until = clock.instant().plus(pause(taken.look()));
        if (DayStore.keep(handle, taken, until)) {
            DayStore.putOff(handle, taken.key(), cause, until);
            ItemStore.clear(handle, taken.key());
        }
    }

    /** The first tries come sooner: most provinces are only a little late. */
    private Duration pause(int look) {
        Duration least = config.again().dividedBy(6);
        return look < 6 ? least.multipliedBy(look) : config.again();
    }
}
