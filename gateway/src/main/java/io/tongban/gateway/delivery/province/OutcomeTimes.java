package io.tongban.gateway.delivery.province;

import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How long outcomes took lately, as this node saw it: the last 256 of each province. Thread-safe. */
@ApplicationScoped
public class OutcomeTimes {
    private static final int KEPT = 256;

    private final Map<ProvinceCode, Ring> rings = new ConcurrentHashMap<>();

    /**
     * Takes note of a withholding that got its outcome.
     *
     * @param took from acceptance to outcome
     */
    public void settled(ProvinceCode province, Duration took) {
        rings.computeIfAbsent(province, none -> new Ring()).add(took.toMillis());
    }

    /** The median of what was noted; of an even number the later one of the middle. Empty if nothing was. */
    public Optional<Duration> typical(ProvinceCode province) {
        return Optional.ofNullable(rings.get(province)).map(Ring::median).map(Duration::ofMillis);
    }

    private static final class Ring {
        private final long[] millis = new long[KEPT];
        private long added;

        synchronized void add(long took) {
            millis[(int) (added % KEPT)] = took;
            added++;
        }

        synchronized long median() {
            long[] sorted = Arrays.copyOf(millis, (int) Math.min(added, KEPT));
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
