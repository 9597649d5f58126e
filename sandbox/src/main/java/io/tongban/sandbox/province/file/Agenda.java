package io.tongban.sandbox.province.file;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** What is to be done later, by the province's clock. For one thread. */
final class Agenda {
    private final Clock clock;
    private final Queue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long number;

    Agenda(Clock clock) {
        this.clock = clock;
    }

    @FunctionalInterface
    interface Job {
        void run() throws IOException;
    }

    private record Entry(Instant at, long number, Job job) {}

    Instant now() {
        return clock.instant();
    }

    void in(Duration time, Job job) {
        entries.add(new Entry(clock.instant().plus(time), number++, job));
    }

    /** Does what is due, and says whether more is to come. */
    boolean work() throws IOException {
        Instant now = clock.instant();
        for (Entry next = entries.peek(); next != null && !next.at().isAfter(now); next = entries.peek()) {
            entries.remove();
            next.job().run();
        }
        return !entries.isEmpty();
    }
}
