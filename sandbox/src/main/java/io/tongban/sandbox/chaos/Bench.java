package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a signed read and an accepted withholding cost the gateway and its database, in processor time: with requests
 * that were signed beforehand, outcomes included, and less what both cost when nobody asks.
 */
final class Bench {
    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int READS = 2_000;
    private static final int WITHHOLDINGS = 400;

    private final SandboxStack stack;
    private final PrintStream out;
    private final int rounds;
    private final Plan plan;
    private final BenchOrders orders;
    private final SignedCalls calls;
    private final long postmaster;
    private double idleGateway;
    private double idleDatabase;

    Bench(SandboxStack stack, PrintStream out, int rounds) throws IOException {
        this.stack = stack;
        this.out = out;
        this.rounds = rounds;
        this.plan =
                new Plan("bench", 300_000, new ChaosSettings(20261128, planned(rounds), 8, 0, AT_MOST), List.of("44"));
        this.calls = new SignedCalls(stack);
        this.orders =
                new BenchOrders(plan, calls, new GatewayBooks(stack.postgres().dataSource("gateway"), plan.run));
        Path pid = stack.folder().resolve("postgres").resolve("postmaster.pid");
        this.postmaster = Long.parseLong(Files.readAllLines(pid).get(0));
    }

    private static int planned(int rounds) {
        return (rounds + 2) * WITHHOLDINGS + Acceptance.orders(rounds) + HeldTransaction.orders(rounds);
    }

    @FunctionalInterface
    private interface Work {
        /** How many were done. */
        int go() throws Exception;
    }

    private record Cost(double gateway, double database, double millis) {}

    void run() throws Exception {
        try (Callers callers = new Callers(8, AT_MOST);
                Platforms platforms = new Platforms(stack, plan.run)) {
            callers.each(plan.workers, platforms::register);
        }
        // The compiler is to be done with its work.
        reads("/v1/provinces");
        withholdings();
        withholdings();
        double gateway = ProcessTime.of(stack.gatewayProcess().pid());
        double database = ProcessTime.ofBackends(postmaster, "gateway");
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
        idleGateway = (ProcessTime.of(stack.gatewayProcess().pid()) - gateway) / IDLE.toMillis();
        idleDatabase = (ProcessTime.ofBackends(postmaster, "gateway") - database) / IDLE.toMillis();
        out.printf(
                Locale.ROOT,
                "nobody asks: gateway %.1f, database %.1f thousandths of a core%n",
                idleGateway,
                idleDatabase);
        List<Cost> read = new ArrayList<>();
        List<Cost> look = new ArrayList<>();
        List<Cost> withheld = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            calls.forgetTokens();
            read.add(cost("GET /v1/provinces", () -> reads("/v1/provinces")));
            look.add(cost("GET /v1/workers/{id}", () -> reads("/v1/workers/" + plan.workers.get(0).workerId)));
            withheld.add(cost("POST /v1/withholdings", this::withholdings));
        }
        median("GET /v1/provinces", read);
        median("GET /v1/workers/{id}", look);
        median("POST /v1/withholdings", withheld);
        new Acceptance(stack, out, plan, calls, orders).run(rounds);
        new HeldTransaction(stack, out, orders).run(rounds);
    }

    private int reads(String target) throws Exception {
        String client = plan.workers.get(0).platform.clientId();
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            requests.add(calls.get(client, target));
        }
        calls.send(requests, OK);
        return READS;
    }

    private int withholdings() throws Exception {
        return orders.settle(WITHHOLDINGS);
    }

    private Cost cost(String name, Work work) throws Exception {
        double gateway = ProcessTime.of(stack.gatewayProcess().pid());
        double database = ProcessTime.ofBackends(postmaster, "gateway");
        long began = System.nanoTime();
        int done = work.go();
        double millis = (System.nanoTime() - began) / 1e6;
        Cost cost = new Cost(
                (ProcessTime.of(stack.gatewayProcess().pid()) - gateway - idleGateway * millis) / done,
                (ProcessTime.ofBackends(postmaster, "gateway") - database - idleDatabase * millis) / done,
                millis / done);
        line(name, cost);
        return cost;
    }

    private void median(String name, List<Cost> costs) {
        line(
                "median of " + name,
                new Cost(
                        median(costs.stream().map(Cost::gateway).toList()),
                        median(costs.stream().map(Cost::database).toList()),
                        median(costs.stream().map(Cost::millis).toList())));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void line(String name, Cost cost) {
        out.printf(
                Locale.ROOT,
                "%-36s gateway %7.0f µs   database %7.0f µs   one every %6.2f ms%n",
                name,
                cost.gateway,
                cost.database,
                cost.millis);
    }
}
