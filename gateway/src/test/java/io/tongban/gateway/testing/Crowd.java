package io.tongban.gateway.testing;

import io.tongban.gateway.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many threads do something at the same moment. */
public final class Crowd {
    private Crowd() {}

    /** What each came to: "ok", or the code of its problem. Any other failure fails the test. */
    public static List<String> run(int size, IntFunction<Callable<?>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(size);
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Callable<?> mine = work.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return outcome(mine);
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Callable<?> work) throws Exception {
        try {
            work.call();
            return "ok";
        } catch (ProblemException e) {
            return e.type().code();
        }
    }
}
