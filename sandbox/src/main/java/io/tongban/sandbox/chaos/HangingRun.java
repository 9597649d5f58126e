package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One province hangs for ever while the others go on: half the months with everyone well, the other half with one
 * province that takes calls and never answers. Both halves are measured in the same run.
 */
public final class HangingRun {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final SandboxStack stack;
    private final ChaosSettings settings;
    private final Simulator hanging;

    public HangingRun(SandboxStack stack, ChaosSettings settings, String hanging) {
        this.stack = stack;
        this.settings = settings;
        this.hanging = stack.provinces().stream()
                .filter(province -> province.provinceCode().equals(hanging))
                .findFirst()
                .orElseThrow();
    }

    public HangingResult run() throws Exception {
        Plan plan = new Plan(
                "hanging",
                100_000,
                settings,
                stack.provinces().stream().map(Simulator::provinceCode).toList());
        GatewayBooks books = new GatewayBooks(stack.postgres().dataSource("gateway"), plan.run);
        ExecutorService callers = Executors.newFixedThreadPool(settings.callers());
        try (Platforms platforms = new Platforms(stack, plan.run)) {
            each(callers, plan.workers, platforms::register);
            int half = plan.months.size() / 2;
            Timings well = withhold(callers, platforms, plan.months.subList(0, half));
            awaitOthers(books, 0);
            long memoryBefore = residentKiB();
            hang();
            Timings hangs = withhold(callers, platforms, plan.months.subList(half, plan.months.size()));
            awaitOthers(books, books.unresolved(hanging.provinceCode()));
            long memoryAfter = residentKiB();
            long waiting = books.unresolved(hanging.provinceCode());
            recover();
            awaitOthers(books, 0);
            return new HangingResult(
                    hanging.provinceCode(), well.others, hangs.others, waiting, memoryBefore, memoryAfter);
        } finally {
            recover();
            callers.shutdownNow();
        }
    }

    private void hang() {
        hanging.faults().silence(FOR_EVER);
        for (Transaction transaction : Transaction.values()) {
            hanging.faults().withProbability(Fault.NO_REPLY_AFTER_COMMIT, 1, transaction);
        }
    }

    private void recover() {
        hanging.faults().clear();
        hanging.faults().silence(Duration.ofSeconds(60));
    }

    /** How long the platforms' calls took, of all provinces but the hanging one. */
    private static final class Timings {
        final List<Long> others = new ArrayList<>();

        synchronized void add(long nanos) {
            others.add(nanos);
        }
    }

    private Timings withhold(ExecutorService callers, Platforms platforms, List<PaidMonth> months) throws Exception {
        Timings timings = new Timings();
        Predicate<PaidMonth> other = month -> !month.insured().province.equals(hanging.provinceCode());
        each(callers, months, month -> {
            long begin = System.nanoTime();
            platforms.withhold(month);
            if (other.test(month)) {
                timings.add(System.nanoTime() - begin);
            }
        });
        return timings;
    }

    /** Until nobody but so many of the hanging province waits. */
    private void awaitOthers(GatewayBooks books, long left) throws Exception {
        long end = System.nanoTime() + settings.atMost().toNanos();
        while (books.unresolved() > left) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(books.unresolved() + " withholdings have no outcome");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private long residentKiB() throws IOException {
        Path status = Path.of("/proc", Long.toString(stack.gatewayProcess().pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
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
            one.get(settings.atMost().toSeconds(), TimeUnit.SECONDS);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        void take(T one) throws Exception;
    }
}
