package io.tongban.province.dialect.file;

import io.tongban.province.profile.Options;
import java.time.Duration;

/** The rounds of a file transfer: one each tick, and in so many of them it cuts files, or looks for replies. */
record PollSchedule(Duration cutEvery, Duration lookEvery) {
    private static final Duration LEAST = Duration.ofMillis(20);

    static PollSchedule of(Options options) {
        return new PollSchedule(
                Durations.of(options.text(FileOptions.CUT_EVERY)), Durations.of(options.text(FileOptions.LOOK_EVERY)));
    }

    Duration tick() {
        Duration shorter = cutEvery.compareTo(lookEvery) < 0 ? cutEvery : lookEvery;
        return shorter.compareTo(LEAST) < 0 ? LEAST : shorter;
    }

    boolean cuts(long round) {
        return round % inTicks(cutEvery) == 0;
    }

    boolean looks(long round) {
        return round % inTicks(lookEvery) == 0;
    }

    boolean comesBackWithin(Duration time) {
        return tick().compareTo(time) < 0;
    }

    private long inTicks(Duration every) {
        return Math.max(1, every.dividedBy(tick()));
    }
}
