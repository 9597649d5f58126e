package io.tongban.sandbox.province.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's HTTP server on loopback, with a bounded number of calls at a time; one too many is hung up on. */
final class RestServer implements AutoCloseable {
    static {
        // Read once by the JDK: small answers go out at once, and a request that trickles is hung up on.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
    }

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final int MOST_CALLS = 200;
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    RestServer(int port, RestCall call) {
        threads = new ThreadPoolExecutor(0, MOST_CALLS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "rest-call");
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new IllegalStateException("rest simulator cannot listen on port " + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", http -> answer(http, call));
        server.start();
    }

    private static void answer(HttpExchange http, RestCall call) {
        try (http) {
            call.answer(http);
        } catch (IOException | RuntimeException e) {
            // Callers hang up, stall and send garbage; that is their right, and not worth more than a word.
            LOG.debug("call ended: {}", e.getClass().getSimpleName());
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            // Lets a call that is just booking finish, before its ledger is closed under it.
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("calls were still running when the simulator closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
