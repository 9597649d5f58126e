package io.tongban.sandbox.load;

import java.util.Locale;

/**
 * What one flood did.
 *
 * @param opened connections begun, those included that were begun again
 * @param most of them open at a time
 * @param back seconds until reads were as quick as before; -1 for never
 * @param logged octets that the gateway logged
 * @param heap of the gateway in use at the flood's end, garbage included, in MiB
 * @param resident the most memory that its process ever had, in MiB
 */
public record FloodRow(
        String shape,
        int opened,
        int most,
        Reads before,
        Reads during,
        Reads after,
        int back,
        long logged,
        long heap,
        long resident,
        boolean alive) {
    private static final double MOST_TIMES = 2;
    private static final int MOST_SECONDS_BACK = 10;
    /** Some fifty lines a second of a flood and its aftermath. */
    private static final long MOST_LOGGED = 1024 * 1024;

    static String heading() {
        return String.format(
                "%-20s %7s %7s %10s %10s %6s %10s %7s %6s %9s %8s %8s%n",
                "shape",
                "opened",
                "at once",
                "p99 before",
                "p99 during",
                "times",
                "p99 after",
                "not 200",
                "back",
                "log",
                "heap",
                "RSS max");
    }

    /** Whether the gateway lives, has answered every read in time, has logged little, and is quick again. */
    public boolean isRight() {
        return alive
                && during.failed() == 0
                && times() <= MOST_TIMES
                && back >= 0
                && back <= MOST_SECONDS_BACK
                && logged <= MOST_LOGGED;
    }

    private double times() {
        return during.millis(0.99) / before.millis(0.99);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-20s %7d %7d %7.1f ms %7.1f ms %6.2f %7.1f ms %7d %4d s %6.0f KB %5d MB %5d MB%s%n",
                shape,
                opened,
                most,
                before.millis(0.99),
                during.millis(0.99),
                times(),
                after.millis(0.99),
                during.failed(),
                back,
                logged / 1024.0,
                heap,
                resident,
                alive ? (isRight() ? "" : "  WRONG") : "  DEAD");
    }
}
