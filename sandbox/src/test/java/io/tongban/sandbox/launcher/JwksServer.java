package io.tongban.sandbox.launcher;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands where the gateway's partner register stands: the public keys of each client at the planned path. */
final class JwksServer implements AutoCloseable {
    private final Map<String, ECKey> keys = new ConcurrentHashMap<>();
    private final HttpServer server;

    JwksServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/partners/", exchange -> {
            String[] path = exchange.getRequestURI().getPath().split("/");
            ECKey key = keys.get(path[3]);
            byte[] body = key == null ? new byte[0] : new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(key == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    void publish(String clientId, ECKey key) {
        keys.put(clientId, key);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
