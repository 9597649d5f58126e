package io.tongban.gateway.platform.config;

import java.time.Duration;

/**
 * What is known of the database's answers. One failure may be chance on a busy machine, two in a row are not; a question
 * that stays open for too long is a failure by itself.
 */
final class DatabaseAnswers {
    private static final int FAILURES = 2;
    private static final long PATIENCE = Duration.ofMillis(2_500).toNanos();

    private record State(int failures, boolean open, long since) {}

    // A gateway starts only if its database answers.
    private volatile State state = new State(0, false, 0);

    /** @param now by {@link System#nanoTime} */
    void asking(long now) {
        state = new State(state.failures, true, now);
    }

    void asked(boolean answered) {
        state = new State(answered ? 0 : Math.min(FAILURES, state.failures + 1), false, 0);
    }

    boolean isAnswering(long now) {
        State seen = state;
        return seen.failures < FAILURES && !(seen.open && now - seen.since > PATIENCE);
    }
}
