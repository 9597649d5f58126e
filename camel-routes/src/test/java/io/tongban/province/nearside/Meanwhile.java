package io.tongban.province.nearside;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a test lets be done while it goes on itself. */
public final class Meanwhile {
    private Meanwhile() {}

    /** On a thread of its own: those that all tests share are few, and may all be held by calls of others. */
    public static <T> CompletableFuture<T> call(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Meanwhile::start);
    }

    public static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, Meanwhile::start);
    }

    private static void start(Runnable task) {
        new Thread(task, "meanwhile").start();
    }
}
