package io.tongban.sandbox.load;

import java.util.Locale;

/**
 * What one flood did.
 *
 * @param opened connections begun, those included that were begun again
 * @param most of them open at a time
 * @param back seconds until reads were as quick as before; -1 for never
 * @param logged octets that the gateway logged
 * @param resident the most memory that its process ever had, in MiB
 */
public record FloodRow(
        String shape,
        int opened,
        int most,
        Reads before,
        Reads during,
        int back,
        long logged,
        long resident,
        boolean alive) {

    static String heading() {
        return String.format(
                "%-16s %7s %7s %10s %10s %6s %7s %6s %9s %8s%n",
                "shape", "opened", "at once", "p99 before", "p99 during", "times", "not 200", "back", "log", "RSS max");
    }

    /** Whether the gateway lives, has answered every read and is quick again. */
    public boolean isRight() {
        return alive && during.failed() == 0 && back >= 0;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-16s %7d %7d %7.1f ms %7.1f ms %6.2f %7d %4d s %6.0f KB %5d MB%s%n",
                shape,
                opened,
                most,
                before.millis(0.99),
                during.millis(0.99),
                during.millis(0.99) / before.millis(0.99),
                during.failed(),
                back,
                logged / 1024.0,
                resident,
                alive ? "" : "  DEAD");
    }
}
