package io.tongban.province.delivery;

/** Which of the last fifty calls failed. */
final class RecentCalls {
    private static final int KEPT = 50;
    /** Fewer say nothing. */
    private static final int ENOUGH = 5;

    private long failures;
    private int calls;

    synchronized void add(Verdict verdict) {
        if (verdict != Verdict.NEITHER) {
            failures = ((failures << 1) | (verdict == Verdict.FAILED ? 1 : 0)) & ((1L << KEPT) - 1);
            calls = Math.min(KEPT, calls + 1);
        }
    }

    /** Whether one in five failed. */
    synchronized boolean manyFailed() {
        return calls >= ENOUGH && Long.bitCount(failures) * 5 >= calls;
    }
}
