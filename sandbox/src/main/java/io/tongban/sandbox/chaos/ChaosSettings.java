package io.tongban.sandbox.chaos;

import java.time.Duration;

/**
 * How much, how long, how hard.
 *
 * @param seed of people, amounts, faults and latencies; the order in which threads meet them is not repeatable
 * @param withholdings so many, over all provinces
 * @param callers platforms' threads at a time
 * @param kills how often the gateway is killed with -9 on the way
 * @param otherMakes whether the provinces of other make take part
 * @param atMost bound of the whole run; what is not settled by then makes it fail
 */
public record ChaosSettings(long seed, int withholdings, int callers, int kills, boolean otherMakes, Duration atMost) {
    /**
     * As {@code -Dchaos.seed, chaos.withholdings, chaos.callers, chaos.kills, chaos.other-makes=false,
     * chaos.at-most=PT30M} say.
     */
    public static ChaosSettings fromSystem() {
        return new ChaosSettings(
                Long.getLong("chaos.seed", 20261123),
                Integer.getInteger("chaos.withholdings", 20_000),
                Integer.getInteger("chaos.callers", 24),
                Integer.getInteger("chaos.kills", 3),
                Boolean.parseBoolean(System.getProperty("chaos.other-makes", "true")),
                Duration.parse(System.getProperty("chaos.at-most", "PT6M")));
    }
}
