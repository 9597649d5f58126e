package io.tongban.sdk.internal.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds a fetched value while it is good; whoever asks while it is being fetched waits for that one fetch. */
final class SharedFetch<T> {
    private final Supplier<CompletableFuture<T>> fetch;
    private final Predicate<T> isGood;
    private final AtomicReference<@Nullable CompletableFuture<T>> held = new AtomicReference<>();

    SharedFetch(Supplier<CompletableFuture<T>> fetch, Predicate<T> isGood) {
        this.fetch = fetch;
        this.isGood = isGood;
    }

    CompletableFuture<T> get() {
        while (true) {
            CompletableFuture<T> seen = held.get();
            if (seen != null && isUsable(seen)) {
                return seen;
            }
            CompletableFuture<T> mine = new CompletableFuture<>();
            if (held.compareAndSet(seen, mine)) {
                start(mine);
                return mine;
            }
        }
    }

    /** Has the next one who asks fetch anew, unless someone else has done so already. */
    void drop(T value) {
        CompletableFuture<T> seen = held.get();
        if (seen != null && seen.isDone() && !seen.isCompletedExceptionally() && seen.join() == value) {
            held.compareAndSet(seen, null);
        }
    }

    private boolean isUsable(CompletableFuture<T> seen) {
        return !seen.isDone() || (!seen.isCompletedExceptionally() && isGood.test(seen.join()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what it completes with goes on in mine
    private void start(CompletableFuture<T> mine) {
        try {
            fetch.get().whenComplete((value, failure) -> {
                if (failure == null) {
                    mine.complete(value);
                } else {
                    mine.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
        }
    }
}
