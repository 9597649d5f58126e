package io.tongban.sandbox.chaos;

import java.util.List;
import java.util.Locale;

/**
 * What the hanging of one province did to the others.
 *
 * @param well before
 * @param hangs and meanwhile
 * @param waiting withholdings of the hanging province that waited at the end
 */
public record HangingResult(String province, Half well, Half hangs, long waiting) {
    private static final double NANOS_IN_MILLI = 1e6;

    /**
     * What the others saw.
     *
     * @param calls how long the platforms' calls took, nanoseconds
     * @param outcomes from acceptance to outcome, milliseconds; without provinces that are answered by files
     * @param memoryKiB resident memory of the gateway at the end; 0 where the system does not say
     */
    public record Half(List<Long> calls, List<Long> outcomes, long memoryKiB) {
        public Half {
            calls = calls.stream().sorted().toList();
            outcomes = outcomes.stream().sorted().toList();
        }
    }

    /** How much the 99th percentile of the others' calls grew. */
    public double growthOfCalls() {
        return (double) percentile(hangs.calls, 99) / percentile(well.calls, 99);
    }

    /** How much the 99th percentile of the others' time to an outcome grew. */
    public double growthOfOutcomes() {
        return (double) percentile(hangs.outcomes, 99) / percentile(well.outcomes, 99);
    }

    public String table() {
        return String.format(
                Locale.ROOT,
                """
                %s hangs                          before    meanwhile
                others' calls                 %10d   %10d
                others' calls, p50, ms        %10.1f   %10.1f
                others' calls, p99, ms        %10.1f   %10.1f   (%.2f times)
                others' outcomes, p50, ms     %10d   %10d
                others' outcomes, p99, ms     %10d   %10d   (%.2f times)
                gateway's memory, MiB         %10d   %10d
                waiting for %s                         %10d
                """,
                province,
                well.calls.size(),
                hangs.calls.size(),
                percentile(well.calls, 50) / NANOS_IN_MILLI,
                percentile(hangs.calls, 50) / NANOS_IN_MILLI,
                percentile(well.calls, 99) / NANOS_IN_MILLI,
                percentile(hangs.calls, 99) / NANOS_IN_MILLI,
                growthOfCalls(),
                percentile(well.outcomes, 50),
                percentile(hangs.outcomes, 50),
                percentile(well.outcomes, 99),
                percentile(hangs.outcomes, 99),
                growthOfOutcomes(),
                well.memoryKiB / 1024,
                hangs.memoryKiB / 1024,
                province,
                waiting);
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
