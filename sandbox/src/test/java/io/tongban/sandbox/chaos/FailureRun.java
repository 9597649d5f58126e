package io.tongban.sandbox.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.tongban.sandbox.launcher.GatewayProcess;
import io.tongban.sandbox.launcher.PostgresServer;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Simulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two nodes on one database under steady load, and one trouble after the other. */
final class FailureRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final long CHUNK = 1 << 20;

    private final SandboxStack stack;
    private final PostgresServer database;
    private final GatewayProcess second;
    private final FailureSettings settings;
    private final Plan plan;
    private final List<Phase> phases = new ArrayList<>();
    private long phaseBegan = System.nanoTime();

    FailureRun(SandboxStack stack, PostgresServer database, GatewayProcess second, FailureSettings settings) {
        this.stack = stack;
        this.database = database;
        this.second = second;
        this.settings = settings;
        // Provinces that answer at once and can be inquired: what fails here is the gateway's side.
        this.plan = new Plan(
                "failures",
                200_000,
                new ChaosSettings(20261128, settings.months(), 16, 0, false, AT_MOST),
                List.of("44", "51"));
    }

    /** What was seen in each phase, and how the books compare in the end. */
    record Result(List<Phase.Seen> phases, int accepted, Map<String, Long> refusals, ChaosResult books) {
        String table() {
            StringBuilder text = new StringBuilder(Phase.Seen.head());
            phases.forEach(phase -> text.append(phase.line()));
            return text.append(books.table())
                    .append("refusals " + refusals)
                    .append(System.lineSeparator())
                    .toString();
        }
    }

    Result run() throws Exception {
        GatewayBooks books = new GatewayBooks(database.dataSource("gateway"), plan.run);
        try (Callers callers = new Callers(16, AT_MOST);
                Platforms platforms = new Platforms(stack, plan.run);
                TwoNodes nodes = new TwoNodes(
                        stack, plan.run, List.of(new NodeDoor(stack.gatewayProcess()), new NodeDoor(second)));
                SteadyLoad load = new SteadyLoad()) {
            callers.each(plan.workers, platforms::register);
            phaseBegan = System.nanoTime();
            load.start(plan.months.iterator(), settings.aSecond(), nodes);
            pause(settings.calm());
            ended("none", System.nanoTime());
            trouble("database stopped (SIGSTOP)", database::stop, this::goOn);
            trouble("database killed (kill -9)", database::kill, this::startAgain);
            if (settings.disk().isPresent()) {
                Path ballast = settings.disk().get().resolve("ballast");
                trouble("disk full", () -> fill(ballast), () -> empty(ballast));
            }
            trouble("node told to stop (SIGTERM)", this::terminate, second::restart);
            trouble("node killed (kill -9)", second::kill, second::restart);
            int accepted = load.finish();
            List<Attempt> attempts = nodes.attempts();
            int takenBack = withholdAgain(books, callers, platforms);
            return new Result(
                    phases.stream().map(phase -> phase.seen(attempts)).toList(),
                    accepted + takenBack,
                    books.all().stream()
                            .filter(entry -> entry.refusal() != null)
                            .collect(groupingBy(entry -> entry.province() + " " + entry.refusal(), counting())),
                    compared(books.all(), accepted + takenBack, takenBack));
        }
    }

    /** @return how many were, once all are settled */
    private int withholdAgain(GatewayBooks books, Callers callers, Platforms platforms) throws Exception {
        TakenBack takenBack = new TakenBack(books, plan);
        int again = 0;
        while (true) {
            callers.awaitNone(books::unresolved, LOOK_EVERY);
            List<PaidMonth> next = takenBack.again();
            if (next.isEmpty()) {
                return again;
            }
            again += next.size();
            callers.each(next, platforms::withhold);
        }
    }

    @FunctionalInterface
    private interface Act {
        void go() throws Exception;
    }

    private void trouble(String name, Act strike, Act end) throws Exception {
        if (!name.startsWith(settings.only())) {
            return;
        }
        strike.go();
        pause(settings.trouble());
        end.go();
        long over = System.nanoTime();
        pause(settings.calm());
        ended(name, over);
    }

    private void ended(String name, long over) {
        long now = System.nanoTime();
        phases.add(new Phase(name, phaseBegan, over, now));
        phaseBegan = now;
    }

    private void goOn() throws IOException, InterruptedException {
        database.goOn();
    }

    /** Returns when it is gone. */
    private void terminate() throws InterruptedException, TimeoutException {
        second.terminate();
        await("the node ends", () -> !second.alive());
    }

    /** Until there is no room for an octet. */
    private static void fill(Path ballast) throws IOException {
        byte[] chunk = new byte[(int) CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (Files.getFileStore(ballast.getParent()).getUsableSpace() > CHUNK) {
                throw full;
            }
        }
    }

    private void empty(Path ballast) throws Exception {
        Files.delete(ballast);
        if (!database.alive()) {
            // It cannot go on without its log, and ends; whoever made room starts it again.
            startAgain();
        }
    }

    /** Returns when it has recovered. */
    private void startAgain() throws Exception {
        database.startAgain();
        await("the database takes connections", () -> {
            try (Connection connection = database.dataSource("gateway").getConnection()) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                return false;
            }
        });
    }

    private static void pause(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }

    private static void await(String what, Callable<Boolean> done) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        try {
            while (!done.call()) {
                if (System.nanoTime() > end) {
                    throw new TimeoutException("in vain: " + what);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ChaosResult compared(List<GatewayBooks.Entry> entries, int accepted, int takenBack) {
        Comparison comparison = new Comparison();
        for (Simulator province : stack.provinces()) {
            comparison.add(
                    ProvincesBook.of(province),
                    entries.stream()
                            .filter(entry -> entry.province().equals(province.provinceCode()))
                            .toList());
        }
        return ChaosResult.of(stack.provinces().size(), accepted, takenBack, entries, comparison);
    }
}
