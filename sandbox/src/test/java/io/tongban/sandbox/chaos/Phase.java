package io.tongban.sandbox.chaos;

import io.tongban.sandbox.chaos.Attempt.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What platforms saw from the beginning of one trouble to the beginning of the next.
 *
 * @param begun by {@link System#nanoTime}, as the others
 * @param over when the trouble itself was over
 * @param until when the next one began
 */
record Phase(String name, long begun, long over, long until) {
    private static final double NANOS = 1e9;

    /** The phase as its attempts tell it. */
    Seen seen(List<Attempt> all) {
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        Map<String, Integer> others = new TreeMap<>();
        long lastFailure = over;
        long longest = 0;
        for (Attempt attempt : all) {
            // By its end: what was under way when the trouble struck belongs to the trouble.
            if (attempt.ended() < begun || attempt.ended() >= until) {
                continue;
            }
            kinds.merge(attempt.kind(), 1, Integer::sum);
            longest = Math.max(longest, attempt.ended() - attempt.begun());
            if (!attempt.isAccepted()) {
                lastFailure = Math.max(lastFailure, attempt.ended());
                others.merge(attempt.detail(), 1, Integer::sum);
            }
        }
        return new Seen(this, kinds, others, Duration.ofNanos(lastFailure - over), Duration.ofNanos(longest));
    }

    /**
     * @param others what was answered beside 2xx
     * @param back from the end of the trouble to the last request that was not accepted
     * @param longest that one request took
     */
    record Seen(Phase phase, Map<Kind, Integer> kinds, Map<String, Integer> others, Duration back, Duration longest) {
        int count(Kind kind) {
            return kinds.getOrDefault(kind, 0);
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-34s %6.1f s %6d %6d %6d %6d %6d %8.1f s %8.1f s  %s%n",
                    phase.name,
                    (phase.until - phase.begun) / NANOS,
                    count(Kind.ACCEPTED),
                    count(Kind.UNAVAILABLE),
                    count(Kind.OTHER),
                    count(Kind.NO_CONNECTION),
                    count(Kind.CUT),
                    back.toMillis() / 1e3,
                    longest.toMillis() / 1e3,
                    others);
        }

        static String head() {
            return String.format(
                    "%-34s %8s %6s %6s %6s %6s %6s %10s %10s%n",
                    "trouble", "took", "2xx", "503", "other", "no con", "cut", "back after", "longest");
        }
    }
}
