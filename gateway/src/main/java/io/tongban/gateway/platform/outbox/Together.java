package io.tongban.gateway.platform.outbox;

import static java.util.Objects.requireNonNull;

import io.tongban.gateway.platform.problem.RedactedFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what several threads have to write in one transaction. A lone one waits for nobody; who comes while a
 * transaction runs goes with the next one. What fails in a set is done again, each by itself on its own thread, so that
 * it fails for itself alone.
 */
public final class Together<T, R extends @Nullable Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Together.class);
    private static final int MOST = 64;

    private final Jdbi jdbi;
    private final BiFunction<Handle, List<T>, List<R>> work;
    private final Queue<Place<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    /** @param work gives as many results as it is given items, in their order; all or, if it throws, none is done */
    public Together(Jdbi jdbi, BiFunction<Handle, List<T>, List<R>> work) {
        this.jdbi = jdbi;
        this.work = work;
    }

    /** Returns when it is committed; throws what came of it if it cannot be. */
    public R write(T item) {
        Place<T, R> place = new Place<>(item);
        waiting.add(place);
        turn.lock();
        try {
            // More may have come before than one transaction takes.
            while (place.isWaiting()) {
                writeNext();
            }
        } finally {
            turn.unlock();
        }
        return place.isCommitted() ? place.result() : write(List.of(item)).get(0);
    }

    /** How many have come for a transaction that has not begun. */
    int waiting() {
        return waiting.size();
    }

    private void writeNext() {
        List<Place<T, R>> set = new ArrayList<>();
        for (Place<T, R> next = waiting.poll(); next != null; next = set.size() < MOST ? waiting.poll() : null) {
            set.add(next);
        }
        try {
            List<R> results = write(set.stream().map(Place::item).toList());
            for (int i = 0; i < set.size(); i++) {
                set.get(i).commit(results.get(i));
            }
        } catch (RuntimeException e) {
            if (set.size() == 1) {
                throw e;
            }
            LOG.info("Writing {} outcomes one by one, since the batch failed: {}", set.size(), RedactedFailure.line(e));
        } finally {
            set.forEach(Place::leave);
        }
    }

    private List<R> write(List<T> items) {
        return jdbi.inTransaction(handle -> work.apply(handle, items));
    }

    /** One thread's item; whoever has the turn writes it. All of it is read and written by who has the turn, or had it. */
    private static final class Place<T, R extends @Nullable Object> {
        private final T item;
        private boolean waits = true;
        private @Nullable List<R> result;

        Place(T item) {
            this.item = item;
        }

        T item() {
            return item;
        }

        boolean isWaiting() {
            return waits;
        }

        void leave() {
            waits = false;
        }

        void commit(R written) {
            result = Collections.singletonList(written);
        }

        boolean isCommitted() {
            return result != null;
        }

        R result() {
            return requireNonNull(result).get(0);
        }
    }
}
