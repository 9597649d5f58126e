package io.tongban.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server for an engineer's own machine: one request at a time, bounded in size and time. */
final class WebhookListener implements AutoCloseable {
    private static final int MOST_BYTES = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    private WebhookListener(HttpServer server) {
        this.server = server;
    }

    static WebhookListener bind(InetSocketAddress address) throws IOException {
        // Whoever sends slowly is hung up on, in seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        return new WebhookListener(HttpServer.create(address, 16));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns once enough has come. */
    void receive(ReceivedEvents events) throws InterruptedException {
        server.createContext("/", exchange -> answer(exchange, events));
        server.setExecutor(worker);
        server.start();
        events.await();
    }

    private static void answer(HttpExchange exchange, ReceivedEvents events) throws IOException {
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            int status = body.length > MOST_BYTES
                    ? 413
                    : events.receive(exchange.getRequestMethod(), exchange.getRequestHeaders(), body);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** Lets the answer that is under way go out. */
    @Override
    public void close() {
        server.stop(1);
        worker.shutdown();
    }
}
