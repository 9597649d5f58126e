package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: everything at once, then calm, then the comparison. */
public final class ChaosRun {
    private static final String TAKEN_BACK = "province-reversed";
    private static final long LOOK_EVERY_MILLIS = 500;

    private final SandboxStack stack;
    private final ChaosSettings settings;
    private final PrintStream out;
    private final Plan plan;
    private final GatewayBooks books;
    private final Storm storm;
    private final AtomicInteger accepted = new AtomicInteger();
    private long end;

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
        end = begin + settings.atMost().toNanos();
        // The last third is for what is on its way then.
        long lastOrder = begin + settings.atMost().toNanos() * 2 / 3;
        ExecutorService callers = Executors.newFixedThreadPool(settings.callers());
        int kills;
        int takenBack;
        try (Platforms platforms = new Platforms(stack, plan.run);
                Kills killer = new Kills(stack.gatewayProcess(), settings.kills(), plan.months.size())) {
            storm.rise();
            each(callers, plan.workers, platforms::register);
            say(begin, plan.workers.size() + " workers registered");
            each(callers, plan.months, month -> {
                if (System.nanoTime() < lastOrder) {
                    platforms.withhold(month);
                    killer.after(accepted.incrementAndGet(), share(begin, lastOrder));
                }
            });
            kills = killer.await();
            say(begin, accepted + " withholdings accepted, " + books.unresolved() + " on their way");
            storm.calm();
            takenBack = withholdAgain(callers, platforms);
            say(begin, "all settled");
        } finally {
            storm.calm();
            callers.shutdownNow();
        }
        return result(kills, takenBack, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** What a province without inquiry has taken back is withheld again, under a new reference, as a platform would. */
    private int withholdAgain(ExecutorService callers, Platforms platforms) throws Exception {
        Map<String, PaidMonth> open = new HashMap<>();
        plan.months.forEach(month -> open.put(month.reference(plan.run), month));
        int again = 0;
        while (true) {
            awaitSettled();
            List<PaidMonth> next = new ArrayList<>();
            for (GatewayBooks.Entry entry : books.all()) {
                if (TAKEN_BACK.equals(entry.refusal())) {
                    PaidMonth month = open.remove(entry.reference());
                    if (month != null) {
                        next.add(month.again());
                    }
                }
            }
            if (next.isEmpty()) {
                return again;
            }
            again += next.size();
            next.forEach(month -> open.put(month.reference(plan.run), month));
            each(callers, next, month -> {
                platforms.withhold(month);
                accepted.incrementAndGet();
            });
        }
    }

    private void awaitSettled() throws Exception {
        long open = books.unresolved();
        while (open > 0) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(open + " withholdings have no outcome after " + settings.atMost());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            open = books.unresolved();
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

    private <T> void each(ExecutorService callers, List<T> all, Step<T> step) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (T one : all) {
            running.add(callers.submit(() -> {
                step.take(one);
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    /** How much of the time for orders is over, 0 to 1. */
    private static double share(long begin, long end) {
        return (double) (System.nanoTime() - begin) / (end - begin);
    }

    private void say(long begin, String what) {
        out.printf("%4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), what);
    }

    @FunctionalInterface
    private interface Step<T> {
        void take(T one) throws Exception;
    }
}
