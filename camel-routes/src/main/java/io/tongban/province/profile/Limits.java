package io.tongban.province.profile;

import java.time.Duration;
import java.util.Map;

/**
 * Bounds of every call to the province.
 *
 * @param frameBytes the longest answer that is read
 * @param callsAtOnce how many calls may run at the same time
 * @param waitForCall how long a call waits for its turn when all are taken
 * @param callsPerSecond how many calls may begin in a second
 * @param queue how many commands may wait for the province
 * @param widths the most characters (code points) of a field, in dialects whose layout has no widths
 */
public record Limits(
        int frameBytes,
        int callsAtOnce,
        Duration waitForCall,
        int callsPerSecond,
        int queue,
        Map<Field, Integer> widths) {
    public Limits {
        widths = Map.copyOf(widths);
    }
}
