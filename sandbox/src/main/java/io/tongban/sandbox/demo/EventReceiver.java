package io.tongban.sandbox.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.Webhooks;
import io.tongban.sdk.error.TongbanException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A platform's webhook endpoint: each call is verified before it is read, and counted once by its id. */
final class EventReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Tongban tongban;
    private final URI url;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> outcomes = ConcurrentHashMap.newKeySet();
    private final WebhookEndpoint endpoint;

    private EventReceiver(HttpServer server, Tongban tongban) {
        this.server = server;
        this.tongban = tongban;
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
        server.createContext("/events", this::receive);
        server.setExecutor(threads);
        server.start();
        endpoint = tongban.webhookEndpoints()
                .create(WebhookEndpointSpec.builder()
                        .url(url)
                        .events(EnumSet.allOf(EventType.class))
                        .build());
    }

    static EventReceiver start(Tongban tongban) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        return new EventReceiver(server, tongban);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(1 << 20);
            WebhookEvent event = Webhooks.verify(
                    exchange.getRequestMethod(),
                    url.toString(),
                    exchange.getRequestHeaders(),
                    body,
                    tongban.gatewayKeys(),
                    Webhooks.TOLERANCE,
                    Clock.systemUTC());
            seen.add(event.id());
            if (event.withholding() != null) {
                outcomes.add(event.withholding().id());
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (TongbanException untrusted) {
            exchange.sendResponseHeaders(401, -1);
        }
    }

    long received() {
        return seen.size();
    }

    long outcomes() {
        return outcomes.size();
    }

    @Override
    public void close() {
        tongban.webhookEndpoints().delete(endpoint.id());
        server.stop(0);
        threads.shutdownNow();
    }
}
