package io.tongban.sandbox.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.SpringCloudGateway;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a signed read costs the gateway beside a stock Spring Cloud Gateway that checks the same token and signature and
 * forwards to a server with the same answer; in turns, in processor time of either process.
 */
final class BesideSpring {
    private static final int OK = 200;
    private static final int READS = 4_000;
    private static final int WARMING = 10;
    private static final String TARGET = "/v1/provinces";

    private final SandboxStack stack;
    private final PrintStream out;
    private final SignedCalls calls;
    private final String client;

    BesideSpring(SandboxStack stack, PrintStream out, SignedCalls calls, String client) {
        this.stack = stack;
        this.out = out;
        this.calls = calls;
        this.client = client;
    }

    void run(int rounds) throws Exception {
        byte[] answer = calls.send(calls.get(client, TARGET), OK).body().getBytes(UTF_8);
        ExecutorService upstreams = Executors.newFixedThreadPool(SignedCalls.CALLERS);
        HttpServer upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.setExecutor(upstreams);
        upstream.createContext("/", exchange -> answer(exchange, answer));
        upstream.start();
        URI there = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort());
        try (SpringCloudGateway spring = SpringCloudGateway.start(stack, client, there)) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = -WARMING; round < rounds; round++) {
                calls.forgetTokens();
                double gateway = micros(stack.gatewayProcess().pid(), stack.gateway());
                double beside = micros(spring.pid(), spring.base());
                if (round >= 0) {
                    ours.add(gateway);
                    theirs.add(beside);
                }
            }
            double gateway = Bench.median(ours);
            double beside = Bench.median(theirs);
            out.printf(
                    Locale.ROOT,
                    "signed read: gateway %.0f µs, Spring Cloud Gateway %.0f µs of processor time; ratio %.2f%n",
                    gateway,
                    beside,
                    beside / gateway);
        } finally {
            upstream.stop(0);
            upstreams.shutdownNow();
        }
    }

    private double micros(long pid, URI base) throws Exception {
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < READS; i++) {
            requests.add(calls.get(client, URI.create(base + TARGET)));
        }
        double before = ProcessTime.of(pid);
        calls.send(requests, OK);
        return (ProcessTime.of(pid) - before) / READS;
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
