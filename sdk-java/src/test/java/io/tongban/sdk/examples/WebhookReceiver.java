package io.tongban.sdk.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Webhooks;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.signature.KeyLookup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A webhook endpoint on the JDK's own server. */
public final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final String url;
    private final KeyLookup keys;
    private final Clock clock;
    private final Consumer<WebhookEvent> handler;
    private final Set<String> handled = ConcurrentHashMap.newKeySet(); // in your database, in earnest

    /**
     * @param url as registered with the gateway: it is signed, and a Host field can be forged
     * @param keys {@code tongban.gatewayKeys()}, or a test's
     */
    public WebhookReceiver(String url, KeyLookup keys, Clock clock, Consumer<WebhookEvent> handler) throws IOException {
        this.url = url;
        this.keys = keys;
        this.clock = clock;
        this.handler = handler;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(1 << 20); // raw, and not without end
        int status = status(exchange, body);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int status(HttpExchange exchange, byte[] body) {
        try {
            WebhookEvent event = Webhooks.verify(
                    exchange.getRequestMethod(),
                    url,
                    exchange.getRequestHeaders(),
                    body,
                    keys,
                    Webhooks.TOLERANCE,
                    clock);
            handleOnce(event);
            return 204;
        } catch (UntrustedDocumentException notGenuine) {
            return 401;
        } catch (UnreadableAnswerException newerThanThisSdk) {
            return 500; // genuine: it comes again, and is read once the SDK is newer
        } catch (RuntimeException handlerFailed) {
            return 500; // not handled, so not noted: it comes again
        }
    }

    /** Noted after it is handled, in one transaction with it if the handler writes to the same database. */
    private synchronized void handleOnce(WebhookEvent event) {
        if (event.type() != null && !handled.contains(event.id())) {
            handler.accept(event);
            handled.add(event.id());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
