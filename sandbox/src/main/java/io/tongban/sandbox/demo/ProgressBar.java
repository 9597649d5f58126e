package io.tongban.sandbox.demo;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** One line a step: on a terminal it grows in place, elsewhere it is printed at each tenth. Thread-safe. */
final class ProgressBar {
    private static final int WIDTH = 40;
    private static final boolean TERMINAL = isTerminal();

    private final PrintStream out;
    private final String title;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private int shown = -1;

    ProgressBar(PrintStream out, String title, int total) {
        this.out = out;
        this.title = title;
        this.total = total;
        if (total > 0) {
            show(0);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on it is never null, and TERM alone decides
    private static boolean isTerminal() {
        String terminal = System.getenv("TERM");
        return System.console() != null && terminal != null && !terminal.equals("dumb") && System.getenv("CI") == null;
    }

    void step() {
        show(done.incrementAndGet());
    }

    int done() {
        return done.get();
    }

    private synchronized void show(int count) {
        int tenths = count * 10 / total;
        if (TERMINAL) {
            int filled = count * WIDTH / total;
            out.print(
                    "\r  " + title + " " + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + count + "/" + total);
            if (count == total) {
                out.println();
            }
        } else if (tenths > shown && (tenths == 0 || tenths == 5 || count == total)) {
            shown = tenths;
            out.println("  " + title + " " + count + "/" + total);
        }
    }
}
