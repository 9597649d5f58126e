package io.tongban.province.profile;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Bounds of every call to the province.
 *
 * @param frameBytes the longest answer that is read
 * @param callsAtOnce how many calls may run at the same time
 * @param waitForCall how long a call waits for its turn when all are taken
 * @param callsPerSecond how many calls may begin in a second
 * @param queue how many commands may wait for the province
 * @param widths the most characters or octets of a field, in dialects whose layout has no widths
 * @param widthsInBytes whether widths count octets of the charset, else characters (code points)
 */
public record Limits(
        int frameBytes,
        int callsAtOnce,
        Duration waitForCall,
        int callsPerSecond,
        int queue,
        Map<Field, Integer> widths,
        boolean widthsInBytes) {
    public Limits {
        widths = Map.copyOf(widths);
    }

    /**
     * Whether a text is no longer than the field over there.
     *
     * @param octets how many a text has on the wire
     */
    public boolean holds(Field field, String text, ToIntFunction<String> octets) {
        Integer width = widths.get(field);
        if (width == null) {
            return true;
        }
        return (widthsInBytes ? octets.applyAsInt(text) : text.codePointCount(0, text.length())) <= width;
    }
}
