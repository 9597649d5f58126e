package io.tongban.sdk.farside;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Realm and gateway behind one real socket. What it answers is up to the test. */
public final class FarSide implements AutoCloseable {
    public static final String REALM = "/realms/tongban";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "far-side");
        thread.setDaemon(true);
        return thread;
    });
    private final URI baseUrl;
    private final TokenEndpoint tokens;
    private final KeyEndpoint keys;
    private final GatewayEndpoint gateway;

    private FarSide(HttpServer server, String scheme, Clock clock) {
        this.server = server;
        this.baseUrl = URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
        this.tokens = new TokenEndpoint(issuer().toString(), clock);
        this.keys = new KeyEndpoint();
        this.gateway = new GatewayEndpoint(baseUrl.toString(), clock, tokens, keys);
        server.createContext(REALM + "/protocol/openid-connect/token", tokens);
        server.createContext("/.well-known/jwks.json", keys);
        server.createContext("/", gateway);
        server.setExecutor(threads);
        server.start();
    }

    public static FarSide open(Clock clock) {
        try {
            return new FarSide(HttpServer.create(loopback(), 0), "http", clock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FarSide openTls(Clock clock, SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new FarSide(server, "https", clock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public URI baseUrl() {
        return baseUrl;
    }

    public URI issuer() {
        return URI.create(baseUrl + REALM);
    }

    public TokenEndpoint tokens() {
        return tokens;
    }

    public KeyEndpoint keys() {
        return keys;
    }

    public GatewayEndpoint gateway() {
        return gateway;
    }

    /** From then on connections are refused. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
