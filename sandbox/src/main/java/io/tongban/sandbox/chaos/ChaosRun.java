package io.tongban.sandbox.chaos;

import io.tongban.sandbox.farside.OtherMake;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: everything at once, then calm, then the comparison. */
public final class ChaosRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final SandboxStack stack;
    private final List<OtherMake> otherMakes;
    private final ChaosSettings settings;
    private final PrintStream out;
    private final Plan plan;
    private final GatewayBooks books;
    private final Pauses pauses;
    private final EarnedMonths earned;
    private final Storm storm;
    private final AtomicInteger accepted = new AtomicInteger();

    /** @param otherMakes provinces beside the simulators, whose profiles the gateway has or is about to see */
    public ChaosRun(SandboxStack stack, List<OtherMake> otherMakes, ChaosSettings settings, PrintStream out) {
        this.stack = stack;
        this.otherMakes = List.copyOf(otherMakes);
        this.settings = settings;
        this.out = out;
        this.plan = new Plan(
                "chaos",
                0,
                settings,
                stack.provinces().stream().map(Simulator::provinceCode).toList(),
                otherMakes.stream().map(OtherMake::code).toList());
        this.books = new GatewayBooks(stack.postgres().dataSource("gateway"), plan.run);
        this.pauses = new Pauses(stack.postgres().dataSource("gateway"), plan);
        this.earned = new EarnedMonths(stack, plan);
        this.storm = new Storm(stack.provinces(), otherMakes);
    }

    /** @throws TimeoutException if the bound of the run is reached, with what was still open */
    public ChaosResult run() throws Exception {
        long begin = System.nanoTime();
        int kills;
        int takenBack;
        try (Callers callers = new Callers(settings.callers(), settings.atMost());
                Platforms platforms = new Platforms(stack, plan.run);
                Kills killer = new Kills(stack.gatewayProcess(), settings.kills(), plan.months.size())) {
            for (OtherMake province : otherMakes) {
                platforms.awaitKnown(province.code());
            }
            storm.rise();
            callers.each(plan.workers, platforms::register);
            callers.each(earned.months, month -> {
                for (Insured rider : month.at()) {
                    platforms.register(rider, month.baseFen());
                }
            });
            say(begin, plan.workers.size() + " workers and " + earned.months.size() + " of two platforms registered");
            callers.each(plan.months, month -> {
                platforms.withhold(month);
                if (month.bringsPause()) {
                    platforms.pause(month.insured());
                }
                int step = accepted.incrementAndGet();
                earned.among(platforms, step);
                killer.after(step);
            });
            earned.end(platforms, callers);
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
            callers.awaitNone(() -> books.unresolved() + pauses.unresolved() + earned.unresolved(), LOOK_EVERY);
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
        for (ProvincesBook book : books()) {
            comparison.add(
                    book,
                    entries.stream()
                            .filter(entry -> entry.province().equals(book.province()))
                            .toList());
        }
        Pauses.Compared paused = pauses.compared(stack.provinces());
        comparison.notes.addAll(paused.notes());
        EarnedMonths.Compared earnedMonths = earned.compared();
        comparison.notes.addAll(earnedMonths.notes());
        // After it, for it moves bookings.
        DayComparison days = new PlantedDays(stack, otherMakes, plan.run, settings.seed()).compare();
        return new ChaosResult(
                stack.provinces().size(),
                otherMakes.size(),
                accepted.get(),
                entries.stream().filter(GatewayBooks.Entry::isConfirmed).count(),
                entries.stream()
                                .filter(entry -> entry.state().equals("REFUSED"))
                                .count()
                        - takenBack,
                takenBack,
                entries.stream().filter(GatewayBooks.Entry::isOpen).count()
                        + paused.unresolved()
                        + earnedMonths.unresolved(),
                comparison.lost + paused.lost() + earnedMonths.lost() + accepted.get() - entries.size(),
                comparison.doubled + paused.doubled() + earnedMonths.doubled(),
                entries.stream()
                        .filter(GatewayBooks.Entry::isConfirmed)
                        .mapToLong(GatewayBooks.Entry::amountFen)
                        .sum(),
                comparison.differenceFen + earnedMonths.differenceFen(),
                earnedMonths.months(),
                earnedMonths.paid(),
                kills,
                storm.struck(),
                storm.cut(),
                days,
                comparison.notes,
                took);
    }

    private List<ProvincesBook> books() throws Exception {
        List<ProvincesBook> all = new ArrayList<>();
        stack.provinces().forEach(province -> all.add(ProvincesBook.of(province)));
        for (OtherMake province : otherMakes) {
            all.add(ProvincesBook.of(province));
        }
        return all;
    }

    private void say(long begin, String what) {
        out.printf("%4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), what);
    }
}
