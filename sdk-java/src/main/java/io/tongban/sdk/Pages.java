package io.tongban.sdk;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length, fetched a page at a time as it is walked, so that memory does not grow with it. Each walk
 * begins at the start; what changes meanwhile may or may not be seen. A walk throws what a read throws.
 */
public final class Pages<T> implements Iterable<T> {
    private final Function<@Nullable String, Page<T>> fetch;

    /** @param next the cursor of the page after this; null on the last */
    record Page<T>(List<T> items, @Nullable String next) {}

    Pages(Function<@Nullable String, Page<T>> fetch) {
        this.fetch = fetch;
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk();
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private final class Walk implements Iterator<T> {
        private final Queue<T> items = new ArrayDeque<>();
        private @Nullable String cursor;
        private boolean more = true;

        @Override
        public boolean hasNext() {
            while (items.isEmpty() && more) {
                Page<T> page = fetch.apply(cursor);
                items.addAll(page.items());
                // A cursor that leads to itself would be walked for ever.
                more = page.next() != null && !page.next().equals(cursor);
                cursor = page.next();
            }
            return !items.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.remove();
        }
    }
}
