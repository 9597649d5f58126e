package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: everything at once, then calm, then the comparison. */
public final class ChaosRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final SandboxStack stack;
    private final ChaosSettings settings;
    private final PrintStream out;
    private final Plan plan;
    private final GatewayBooks books;
    private final Storm storm;
    private final AtomicInteger accepted = new AtomicInteger();

    public ChaosRun(SandboxStack stack, ChaosSettings settings, PrintStream out) {
        this.stack = stack;
        this.settings = settings;
        this.out = out;
        this.plan = new Plan(
                "chaos",
                0,
                settings,
                stack.provinces().stream().map(Simulator::provinceCode).toList());
        this.books = new GatewayBooks(stack.postgres().dataSource("gateway"), plan.run);
        this.storm = new Storm(stack.provinces());
    }

    /** @throws TimeoutException if the bound of the run is reached, with what was still open */
    public ChaosResult run() throws Exception {
        long begin = System.nanoTime();
        int kills;
        int takenBack;
        try (Callers callers = new Callers(settings.callers(), settings.atMost());
                Platforms platforms = new Platforms(stack, plan.run);
                Kills killer = new Kills(stack.gatewayProcess(), settings.kills(), plan.months.size())) {
            storm.rise();
            callers.each(plan.workers, platforms::register);
            say(begin, plan.workers.size() + " workers registered");
            callers.each(plan.months, month -> {
                platforms.withhold(month);
                killer.after(accepted.incrementAndGet());
            });
            kills = killer.await();
            say(begin, accepted + " withholdings accepted, " + books.unresolved() + " on their way");
            storm.calm();
            takenBack = withholdAgain(callers, platforms);
            say(begin, "all settled");
        } finally {
            storm.calm();
        }
        return result(kills, takenBack, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** @return how many were */
    private int withholdAgain(Callers callers, Platforms platforms) throws Exception {
        TakenBack takenBack = new TakenBack(books, plan);
        int again = 0;
        while (true) {
            callers.awaitNone(books::unresolved, LOOK_EVERY);
            List<PaidMonth> next = takenBack.again();
            if (next.isEmpty()) {
                return again;
            }
            again += next.size();
            callers.each(next, month -> {
                platforms.withhold(month);
                accepted.incrementAndGet();
            });
        }
    }

    private ChaosResult result(int kills, int takenBack, Duration took) throws Exception {
        List<GatewayBooks.Entry> entries = books.all();
        Comparison comparison = new Comparison();
        for (Simulator province : stack.provinces()) {
            comparison.add(
                    province,
                    entries.stream()
                            .filter(entry -> entry.province().equals(province.provinceCode()))
                            .toList());
        }
        return new ChaosResult(
                stack.provinces().size(),
                accepted.get(),
                entries.stream().filter(GatewayBooks.Entry::isConfirmed).count(),
                entries.stream()
                                .filter(entry -> entry.state().equals("REFUSED"))
                                .count()
                        - takenBack,
                takenBack,
                entries.stream().filter(GatewayBooks.Entry::isOpen).count(),
                comparison.lost + accepted.get() - entries.size(),
                comparison.doubled,
                entries.stream()
                        .filter(GatewayBooks.Entry::isConfirmed)
                        .mapToLong(GatewayBooks.Entry::amountFen)
                        .sum(),
                comparison.differenceFen,
                kills,
                storm.struck(),
                comparison.notes,
                took);
    }

    private void say(long begin, String what) {
        out.printf("%4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), what);
    }
}
