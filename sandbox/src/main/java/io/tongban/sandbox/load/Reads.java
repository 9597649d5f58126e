package io.tongban.sandbox.load;

import java.time.Duration;
import java.util.Arrays;

/**
 * Signed reads of a while.
 *
 * @param nanos how long each took, sorted
 * @param failed how many were not answered 200
 */
@SuppressWarnings("ArrayRecordComponent") // a sample on its way to a percentile; never compared
record Reads(long[] nanos, int failed) {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int OK = 200;

    /** Reads one after the other for so long, at most fifty a second. */
    static Reads during(SignedReader reader, Duration time) throws InterruptedException {
        long[] nanos = new long[(int) (time.toMillis() / PAUSE.toMillis()) + 1];
        int count = 0;
        int failed = 0;
        long end = System.nanoTime() + time.toNanos();
        while (count < nanos.length && System.nanoTime() < end) {
            long began = System.nanoTime();
            failed += reader.read() == OK ? 0 : 1;
            nanos[count++] = System.nanoTime() - began;
            Thread.sleep(PAUSE.toMillis());
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Reads(sorted, failed);
    }

    double millis(double share) {
        return nanos.length == 0 ? 0 : nanos[(int) Math.ceil(share * nanos.length) - 1] / 1e6;
    }
}
