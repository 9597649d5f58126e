package io.tongban.sdk.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The way to a proxy. Unless a JVM is started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}, java.net.http
 * takes Basic credentials out of every CONNECT, so that a proxy password does not work for https. Hence tunnels with a
 * password go through a {@link ProxyRelay}, which asks the proxy itself.
 */
final class ProxyRoute implements AutoCloseable {
    private final @Nullable ProxySettings proxy;
    private final @Nullable ProxyRelay relay;

    private ProxyRoute(@Nullable ProxySettings proxy, @Nullable ProxyRelay relay) {
        this.proxy = proxy;
        this.relay = relay;
    }

    static ProxyRoute over(@Nullable ProxySettings proxy, Duration timeout, ExecutorService threads) {
        boolean password = proxy != null && proxy.authorization().isPresent();
        return new ProxyRoute(proxy, password && proxy != null ? ProxyRelay.open(proxy, timeout, threads) : null);
    }

    Optional<ProxySelector> selector() {
        if (proxy == null) {
            return Optional.empty();
        }
        InetSocketAddress direct = InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
        return Optional.of(new Selector(direct, relay == null ? direct : relay.address()));
    }

    Optional<String> authorization(boolean https) {
        if (https) {
            return Optional.ofNullable(relay).map(ProxyRelay::authorization);
        }
        return Optional.ofNullable(proxy).flatMap(ProxySettings::authorization);
    }

    @Override
    public void close() {
        if (relay != null) {
            relay.close();
        }
    }

    private static final class Selector extends ProxySelector {
        private final InetSocketAddress http;
        private final InetSocketAddress https;

        Selector(InetSocketAddress http, InetSocketAddress https) {
            this.http = http;
            this.https = https;
        }

        @Override
        public List<Proxy> select(URI uri) {
            boolean tunnel = "https".equalsIgnoreCase(uri.getScheme());
            return List.of(new Proxy(Proxy.Type.HTTP, tunnel ? https : http));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // There is one proxy and no other to turn to.
        }
    }
}
