package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One province hangs for ever while the others go on: half the months with everyone well, the other half with one
 * province that takes calls and never answers. Both halves are measured in the same run.
 */
public final class HangingRun {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

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

    /**
     * Half the months with everyone well, then half with one that hangs; at last it recovers, and all is settled.
     *
     * @throws java.util.concurrent.TimeoutException if the bound of the run is reached before
     */
    public HangingResult run() throws Exception {
        Plan plan = new Plan(
                "hanging",
                100_000,
                settings,
                stack.provinces().stream().map(Simulator::provinceCode).toList());
        GatewayBooks books = new GatewayBooks(stack.postgres().dataSource("gateway"), plan.run);
        String code = hanging.provinceCode();
        try (Callers callers = new Callers(settings.callers(), settings.atMost());
                Platforms platforms = new Platforms(stack, plan.run)) {
            callers.each(plan.workers, platforms::register);
            int half = plan.months.size() / 2;
            List<Long> well = withhold(callers, platforms, plan.months.subList(0, half));
            callers.awaitNone(books::unresolved, LOOK_EVERY);
            List<Long> settledWell = books.outcomeMillis(code);
            long memoryBefore = residentKiB();
            hang();
            List<Long> hangs = withhold(callers, platforms, plan.months.subList(half, plan.months.size()));
            callers.awaitNone(() -> books.unresolved() - books.unresolved(code), LOOK_EVERY);
            long memoryAfter = residentKiB();
            long waiting = books.unresolved(code);
            List<Long> settled = books.outcomeMillis(code);
            List<Long> settledMeanwhile = settled.subList(settledWell.size(), settled.size());
            recover();
            callers.awaitNone(books::unresolved, LOOK_EVERY);
            return new HangingResult(
                    code,
                    new HangingResult.Half(well, settledWell, memoryBefore),
                    new HangingResult.Half(hangs, settledMeanwhile, memoryAfter),
                    waiting);
        } finally {
            recover();
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

    /** Nanoseconds that the platforms' calls took, of all provinces but the hanging one. */
    private List<Long> withhold(Callers callers, Platforms platforms, List<PaidMonth> months) throws Exception {
        Queue<Long> others = new ConcurrentLinkedQueue<>();
        callers.each(months, month -> {
            long begin = System.nanoTime();
            platforms.withhold(month);
            if (!month.insured().province.equals(hanging.provinceCode())) {
                others.add(System.nanoTime() - begin);
            }
        });
        return List.copyOf(others);
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
}
