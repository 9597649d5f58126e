package io.tongban.gateway.config;

import java.time.Duration;

/** What is known of the database's answers; a question that stays open for too long counts as no answer. */
final class DatabaseAnswers {
    private static final long PATIENCE = Duration.ofMillis(1_500).toNanos();

    private record State(boolean answered, boolean open, long since) {}

    // A gateway starts only if its database answers.
    private volatile State state = new State(true, false, 0);

    /** @param now by {@link System#nanoTime} */
    void asking(long now) {
        state = new State(state.answered, true, now);
    }

    void asked(boolean answered) {
        state = new State(answered, false, 0);
    }

    boolean lastAnswered() {
        return state.answered;
    }

    boolean isAnswering(long now) {
        State seen = state;
        return seen.answered && !(seen.open && now - seen.since > PATIENCE);
    }
}
