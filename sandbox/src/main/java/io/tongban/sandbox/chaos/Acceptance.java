package io.tongban.sandbox.chaos;

import io.tongban.sandbox.launcher.SandboxStack;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many withholdings are accepted a second, beside reports of payouts and the bare transaction with as many callers, in turns. The province
 * is paused meanwhile, so that acceptance does not share the machine with delivery.
 */
final class Acceptance {
    private static final int EACH = 400;
    private static final int OK = 200;
    private static final String PROVINCE = "44";

    private final SandboxStack stack;
    private final PrintStream out;
    private final Plan plan;
    private final SignedCalls calls;
    private final BenchOrders orders;
    private final BenchPayouts payouts;

    Acceptance(
            SandboxStack stack,
            PrintStream out,
            Plan plan,
            SignedCalls calls,
            BenchOrders orders,
            BenchPayouts payouts) {
        this.stack = stack;
        this.out = out;
        this.plan = plan;
        this.calls = calls;
        this.orders = orders;
        this.payouts = payouts;
    }

    /** How many orders a run of so many rounds takes. */
    static int orders(int rounds) {
        return rounds * EACH;
    }

    void run(int rounds) throws Exception {
        BareTransaction bare = new BareTransaction(stack.postgres().dataSource("gateway"), plan.run, EACH);
        bare.write(SignedCalls.CALLERS);
        calls.send(payouts.next(EACH), BenchPayouts.CREATED);
        List<Double> accepted = new ArrayList<>();
        List<Double> reported = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            calls.forgetTokens();
            List<HttpRequest> next = orders.next(EACH);
            state("PAUSED", round);
            long began = System.nanoTime();
            calls.send(next, BenchOrders.ACCEPTED);
            accepted.add(EACH * 1e9 / (System.nanoTime() - began));
            state("RUNNING", round);
            orders.awaitOutcomes();
            List<HttpRequest> reports = payouts.next(EACH);
            began = System.nanoTime();
            calls.send(reports, BenchPayouts.CREATED);
            reported.add(EACH * 1e9 / (System.nanoTime() - began));
            began = System.nanoTime();
            written.add(bare.write(SignedCalls.CALLERS) * 1e9 / (System.nanoTime() - began));
        }
        double gateway = Bench.median(accepted);
        double floor = Bench.median(written);
        out.printf(
                Locale.ROOT,
                "accepted withholdings, %d callers: %.0f a second; the bare transaction: %.0f a second; ratio %.2f%n",
                SignedCalls.CALLERS,
                gateway,
                floor,
                gateway / floor);
        beside(out, Bench.median(reported), gateway);
    }

    private static void beside(PrintStream out, double reports, double accepted) {
        out.printf(
                Locale.ROOT,
                "reported payouts, %d callers: %.0f a second; a report costs %.2f of an acceptance%n",
                SignedCalls.CALLERS,
                reports,
                accepted / reports);
    }

    private void state(String state, int round) throws Exception {
        calls.send(
                List.of(calls.put(
                        "tongban-agency",
                        "/v1/admin/provinces/" + PROVINCE + "/state",
                        "{\"state\":\"" + state + "\",\"reason\":\"bench\"}",
                        plan.run + "-" + state + "-" + round)),
                OK);
    }
}
