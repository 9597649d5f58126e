package io.tongban.sandbox.demo;

import io.tongban.sandbox.launcher.Demo;
import io.tongban.sandbox.launcher.Layout;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Population;
import io.tongban.sdk.Tongban;
import java.io.IOException;
import java.io.PrintStream;

/** The demo of {@code mvn -Psandbox}: a thousand workers, two platforms, two provinces. */
public final class OctoberDemo implements Demo {
    private static final long SEED = Long.getLong("tongban.demo.seed", 20261123);
    private static final int WORKERS = Integer.getInteger("tongban.demo.workers", 1000);

    @Override
    public int run(SandboxStack stack, PrintStream out) throws Exception {
        out.println();
        out.println("Two platforms withhold October for " + WORKERS + " workers (seed " + SEED + ")");
        Result result = new DemoRun(stack, out, done -> {}).run(SEED, WORKERS);
        out.println();
        out.print(result.table());
        out.println();
        out.print(quote(stack));
        out.println();
        out.print(coverOfAYear(stack));
        out.println();
        out.print(NearestCounter.told(stack));
        out.println();
        WalkIns.Told walkIns = WalkIns.told(stack);
        out.print(walkIns.text());
        out.println();
        RidersMonth.Told month = RidersMonth.told(stack);
        out.print(month.text());
        out.println();
        TwoDays.Told days = TwoDays.told(stack);
        out.print(days.text());
        out.println();
        OfflineRide.Told offline = OfflineRide.told(stack);
        out.print(offline.text());
        out.println();
        out.print(CounterPageLogins.told(stack));
        out.println();
        boolean right = result.isRight() && month.right() && walkIns.right() && days.right() && offline.right();
        out.println(right ? "All is right: both books agree to the fen." : "NOT RIGHT: see above.");
        return right ? 0 : 1;
    }

    private static String coverOfAYear(SandboxStack stack) throws Exception {
        try (Tongban tongban = Clients.client(Population.platforms().get(0), stack)) {
            return new CoverYear(tongban, Layout.ofThisCheckout().target().resolve("cover.svg")).told();
        }
    }

    private static String quote(SandboxStack stack) throws IOException, InterruptedException {
        try (Tongban tongban = Clients.client(Population.platforms().get(0), stack)) {
            return RiderQuote.told(tongban) + RiderAdvice.told(tongban);
        }
    }
}
