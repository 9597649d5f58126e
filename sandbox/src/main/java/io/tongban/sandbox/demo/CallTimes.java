package io.tongban.sandbox.demo;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** How long calls took, by operation; each call with its retries, as the partner's code feels it. Thread-safe. */
final class CallTimes {
    private final Map<String, long[]> nanos = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    <T> T time(String operation, Callable<T> call) throws Exception {
        long began = System.nanoTime();
        T result = call.call();
        add(operation, System.nanoTime() - began);
        return result;
    }

    private synchronized void add(String operation, long took) {
        int count = counts.merge(operation, 1, Integer::sum);
        long[] taken = nanos.computeIfAbsent(operation, none -> new long[1024]);
        if (count > taken.length) {
            taken = Arrays.copyOf(taken, count * 2);
            nanos.put(operation, taken);
        }
        taken[count - 1] = took;
    }

    /** A line an operation: how many, and the percentiles in milliseconds. */
    synchronized String report() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((operation, count) -> {
            long[] sorted = Arrays.copyOf(nanos.getOrDefault(operation, new long[0]), count);
            Arrays.sort(sorted);
            lines.append(String.format(
                    java.util.Locale.ROOT,
                    "  %-22s %6d calls   p50 %7.1f ms   p99 %7.1f ms%n",
                    operation,
                    count,
                    percentile(sorted, 0.50) / 1e6,
                    percentile(sorted, 0.99) / 1e6));
        });
        return lines.toString();
    }

    static long percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
