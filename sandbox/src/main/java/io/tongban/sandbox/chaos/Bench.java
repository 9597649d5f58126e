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
import org.postgresql.ds.PGSimpleDataSource;

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
    /** Of as many people as withholdings of so many months need. */
    private static final int PAYOUT_MONTHS = 2_200;

    private static final int MOST_WARMING = 12;
    private static final double STEADY = 0.05;
    private static final int STEADY_ROUNDS = 2;
    private static final String SOAP = "a withholding over SOAP";
    private static final String TCP = "a withholding over TCP";

    private final SandboxStack stack;
    private final PrintStream out;
    private final int rounds;
    private final Plan plan;
    private final Plan tcpPlan;
    private final BenchOrders orders;
    private final BenchOrders tcpOrders;
    private final BenchPayouts payouts;
    private final SignedCalls calls;
    private final long postmaster;
    private double idleGateway;
    private double idleDatabase;

    Bench(SandboxStack stack, PrintStream out, int rounds) throws IOException {
        this.stack = stack;
        this.out = out;
        this.rounds = rounds;
        int soapOrders =
                (rounds + MOST_WARMING + 1) * WITHHOLDINGS + Acceptance.orders(rounds) + HeldTransaction.orders(rounds);
        this.plan = plan("bench", 300_000, "44", soapOrders);
        this.tcpPlan = plan("benchtcp", 400_000, "14", (rounds + MOST_WARMING) * WITHHOLDINGS);
        this.calls = new SignedCalls(stack);
        this.orders = orders(plan);
        this.tcpOrders = orders(tcpPlan);
        this.payouts = new BenchPayouts(plan("benchpay", 500_000, "44", PAYOUT_MONTHS), calls);
        Path pid = stack.folder().resolve("postgres").resolve("postmaster.pid");
        this.postmaster = Long.parseLong(Files.readAllLines(pid).get(0));
    }

    /** What a dialect's withholdings are ordered from. */
    private BenchOrders orders(Plan of) {
        PGSimpleDataSource database = (PGSimpleDataSource) stack.postgres().dataSource("gateway");
        // So that what is asked here is not counted as the gateway's.
        database.setApplicationName(StatementCount.NOT_COUNTED);
        return new BenchOrders(of, calls, new GatewayBooks(database, of.run));
    }

    private static Plan plan(String name, int first, String province, int withholdings) {
        ChaosSettings settings = new ChaosSettings(20261128, withholdings, 8, 0, false, AT_MOST);
        return new Plan(name, first, settings, List.of(province));
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
            callers.each(tcpPlan.workers, platforms::register);
            payouts.register(callers, platforms);
        }
        warm();
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
        List<Cost> soap = new ArrayList<>();
        List<Cost> tcp = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            calls.forgetTokens();
            read.add(cost("GET /v1/provinces", () -> reads("/v1/provinces")));
            look.add(cost("GET /v1/workers/{id}", () -> reads("/v1/workers/" + plan.workers.get(0).workerId)));
            soap.add(cost(SOAP, () -> orders.settle(WITHHOLDINGS)));
            tcp.add(cost(TCP, () -> tcpOrders.settle(WITHHOLDINGS)));
        }
        median("GET /v1/provinces", read);
        median("GET /v1/workers/{id}", look);
        median(SOAP, soap);
        median(TCP, tcp);
        new StatementCount(stack, out, WITHHOLDINGS).run(() -> orders.settle(WITHHOLDINGS));
        new Acceptance(stack, out, plan, calls, orders, payouts).run(rounds);
        new HeldTransaction(stack, out, orders).run(rounds);
        new BesideSpring(stack, out, calls, plan.workers.get(0).platform.clientId()).run(rounds);
    }

    /** The compiler is to be done with its work: until two rounds cost what those before them cost, or enough of them. */
    private void warm() throws Exception {
        double before = Double.MAX_VALUE;
        int steady = 0;
        for (int round = 0; round < MOST_WARMING && steady < STEADY_ROUNDS; round++) {
            calls.forgetTokens();
            double now = cost("warming up: reads", () -> reads("/v1/provinces")).gateway()
                    + cost("warming up: " + SOAP, () -> orders.settle(WITHHOLDINGS))
                            .gateway()
                    + cost("warming up: " + TCP, () -> tcpOrders.settle(WITHHOLDINGS))
                            .gateway();
            steady = Math.abs(before - now) < now * STEADY ? steady + 1 : 0;
            before = now;
        }
        if (steady < STEADY_ROUNDS) {
            out.println("still changing by more than a twentieth a round");
        }
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
