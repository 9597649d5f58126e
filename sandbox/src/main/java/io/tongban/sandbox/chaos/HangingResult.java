package io.tongban.sandbox.chaos;

import java.util.List;
import java.util.Locale;

/**
 * What the hanging of one province did to the others.
 *
 * @param well how long the platforms' calls to the others took before, nanoseconds
 * @param hangs and meanwhile
 * @param waiting withholdings of the hanging province that waited at the end
 * @param memoryBeforeKiB resident memory of the gateway; 0 where the system does not say
 */
public record HangingResult(
        String province, List<Long> well, List<Long> hangs, long waiting, long memoryBeforeKiB, long memoryAfterKiB) {
    public HangingResult {
        well = well.stream().sorted().toList();
        hangs = hangs.stream().sorted().toList();
    }

    /** How much the 99th percentile of the others' calls grew. */
    public double growth() {
        return (double) percentile(hangs, 99) / percentile(well, 99);
    }

    public String table() {
        return String.format(
                Locale.ROOT,
                """
                %s hangs                          before    meanwhile
                others' calls                 %10d   %10d
                others' p50, ms               %10.1f   %10.1f
                others' p99, ms               %10.1f   %10.1f   (%.2f times)
                gateway's memory, MiB         %10d   %10d
                waiting for %s                         %10d
                """,
                province,
                well.size(),
                hangs.size(),
                millis(well, 50),
                millis(hangs, 50),
                millis(well, 99),
                millis(hangs, 99),
                growth(),
                memoryBeforeKiB / 1024,
                memoryAfterKiB / 1024,
                province,
                waiting);
    }

    private static double millis(List<Long> sorted, int percent) {
        return percentile(sorted, percent) / 1e6;
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
