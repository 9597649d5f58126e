package io.tongban.sandbox.province;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The switches of a stack of simulators over HTTP and JSON, on loopback, for anyone who wants to see a province fail;
 * {@code sandbox/docs/simulators.md} lists the calls. No access control: whoever reaches it may play.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int MOST_BODY_BYTES = 4096;

    private final HttpServer server;
    private final ExecutorService threads;
    private final ControlActions actions;

    private ControlServer(ControlActions actions, HttpServer server) {
        this.actions = actions;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "simulator-control");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param port TCP port on loopback, 0 for a free one
     * @throws IllegalStateException if the port is taken
     */
    public static ControlServer start(List<Simulator> simulators, int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ControlServer control = new ControlServer(new ControlActions(simulators), http);
            http.setExecutor(control.threads);
            http.createContext("/", control::handle);
            http.start();
            return control;
        } catch (IOException e) {
            throw new IllegalStateException("control server cannot listen on port " + port, e);
        }
    }

    /** {@code http://127.0.0.1:port} */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
            ControlAnswer answer = body.length > MOST_BODY_BYTES
                    ? ControlAnswer.error(413, "a command is shorter than 4 KiB")
                    : answer(exchange, body);
            byte[] json = answer.json();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private ControlAnswer answer(HttpExchange exchange, byte[] body) {
        try {
            return actions.perform(exchange.getRequestMethod(), exchange.getRequestURI(), body);
        } catch (RuntimeException e) {
            LOG.warn("control call failed: {}", e.getClass().getSimpleName());
            return ControlAnswer.error(500, "failed");
        }
    }
}
