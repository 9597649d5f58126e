package io.tongban.sandbox.demo;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sdk.Tongban;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** One month of a population, from registration to the comparison of the books. */
public final class DemoRun {
    private static final int CALLERS = 16;

    private final SandboxStack stack;
    private final PrintStream out;
    private final IntConsumer afterWithholding;

    /** @param afterWithholding told how many withholdings were answered, after each; for whoever wants to disturb */
    public DemoRun(SandboxStack stack, PrintStream out, IntConsumer afterWithholding) {
        this.stack = stack;
        this.out = out;
        this.afterWithholding = afterWithholding;
    }

    public Result run(long seed, int size) throws Exception {
        List<Journey> journeys =
                Population.generate(seed, size).map(Journey::new).toList();
        CallTimes times = new CallTimes();
        Steps steps = new Steps(times, journeys);
        Books before = Books.read(stack.provinces());
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Clients clients = Clients.of(stack)) {
            Work work = new Work(callers, clients, journeys);
            work.each("register workers ", journey -> true, steps::register);
            work.each("enrolled          ", journey -> !journey.isOver(), steps::awaitEnrolment);
            work.each("mandates          ", journey -> !journey.isOver(), steps::mandate);
            work.each("withhold October  ", journey -> !journey.isOver(), (tongban, journey) -> {
                steps.withhold(tongban, journey);
                afterWithholding.accept(work.done());
            });
            work.each("outcomes          ", journey -> !journey.isOver(), steps::awaitOutcome);
            work.each("status            ", DemoRun::isConfirmed, steps::query);
            clients.awaitEvents(journeys);
            return new Result(rows(journeys, before, clients), doubled(), clients.events(), times.report());
        } finally {
            callers.shutdownNow();
        }
    }

    private static boolean isConfirmed(Journey journey) {
        Ending ending = journey.ending;
        return ending != null && ending.kind() == Ending.Kind.CONFIRMED;
    }

    private List<ResultRow> rows(List<Journey> journeys, Books before, Clients clients) {
        Books after = Books.read(stack.provinces());
        Map<String, Map<Platform, List<Ending>>> groups = new TreeMap<>();
        for (Journey journey : journeys) {
            Ending ending = journey.ending;
            groups.computeIfAbsent(
                            journey.worker.province(), none -> new TreeMap<>(Comparator.comparing(Platform::clientId)))
                    .computeIfAbsent(journey.worker.platform(), none -> new ArrayList<>())
                    .add(ending == null ? Ending.unresolved(journey.worker) : ending);
        }
        List<ResultRow> rows = new ArrayList<>();
        groups.forEach((province, platforms) -> platforms.forEach((platform, endings) -> rows.add(ResultRow.of(
                province,
                platform,
                clients.spokenBy(platform),
                endings,
                after.fenSince(before, province, platform.creditCode())))));
        return rows;
    }

    private int doubled() {
        return stack.provinces().stream()
                .map(Simulator::ledger)
                .mapToInt(ledger -> ledger.doubleBookings().size())
                .sum();
    }

    @FunctionalInterface
    private interface Step {
        void take(Tongban tongban, Journey journey) throws Exception;
    }

    private final class Work {
        private final ExecutorService callers;
        private final Clients clients;
        private final List<Journey> journeys;
        private ProgressBar bar = new ProgressBar(out, "", 0);

        Work(ExecutorService callers, Clients clients, List<Journey> journeys) {
            this.callers = callers;
            this.clients = clients;
            this.journeys = journeys;
        }

        void each(String title, Predicate<Journey> who, Step step) throws Exception {
            List<Journey> chosen = journeys.stream().filter(who).toList();
            bar = new ProgressBar(out, title, chosen.size());
            List<Future<?>> running = new ArrayList<>();
            for (Journey journey : chosen) {
                running.add(callers.submit(() -> {
                    step.take(clients.of(journey.worker.platform()), journey);
                    bar.step();
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        int done() {
            return bar.done();
        }
    }
}
