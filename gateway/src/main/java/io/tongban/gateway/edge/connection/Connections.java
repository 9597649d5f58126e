package io.tongban.gateway.edge.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.tongban.gateway.edge.EdgeConfig;
import io.tongban.gateway.trust.access.AddressRange;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Counts connections and streams, of all and of each address, and guards those that are let in. */
@ApplicationScoped
public class Connections implements HttpServerOptionsCustomizer {
    /** Connections whose readers may be behind at a time; each costs an answer or two. */
    private static final int MOST_UNREAD = 512;

    private final EdgeConfig config;
    private final List<AddressRange> proxies;
    private final MeterRegistry meters;
    private final Shares connections;
    private final Arrivals arrivals;
    private final Shares streams;
    private final Counter late;
    private final AtomicInteger unread = new AtomicInteger();
    private volatile HttpServerOptions options = new HttpServerOptions();

    @Inject
    public Connections(
            EdgeConfig config,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies,
            MeterRegistry meters) {
        this.config = config;
        this.proxies = proxies.orElse(List.of()).stream()
                .flatMap(proxy -> AddressRange.read(proxy).stream())
                .toList();
        this.meters = meters;
        this.connections = new Shares(config.connections(), config.connectionsPerAddress());
        this.arrivals = new Arrivals(config.connectionsPerAddress(), System::nanoTime);
        this.streams = new Shares(config.connections(), config.connectionsPerAddress());
        this.late = meters.counter("tongban_connections_late");
    }

    void lead(@Observes StartupEvent start) {
        Gauge.builder("tongban_connections", connections, Shares::open).register(meters);
        Gauge.builder("tongban_streams", streams, Shares::open).register(meters);
        ConnectionExtension.lead(this);
    }

    /**
     * Both servers read heads within the same bounds. What would have to be told apart first, HTTP/1.1 or HTTP/2 in clear
     * text, would read the first head before our decoder does.
     */
    @Override
    public void customizeHttpServer(HttpServerOptions http) {
        http.setHttp2ClearTextEnabled(false);
        options = http;
    }

    /** A handshake is a key exchange and a signature: on the event loop, two hundred of them would hold up all others. */
    @Override
    public void customizeHttpsServer(HttpServerOptions https) {
        https.setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true));
        // It runs from the connection's beginning, which may have to wait for its turn.
        https.setSslHandshakeTimeout(Arrivals.LONGEST_WAIT.toMillis() + headDeadlineMillis());
        https.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        options = https;
    }

    /** On the listener's thread, before the connection has one of its own. */
    void accept(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote) || remote.getAddress() == null) {
            return;
        }
        AddressRange address = AddressRange.whole(remote.getAddress());
        boolean isProxy = isProxy(remote.getAddress());
        String refusal = refusal(connections, address, isProxy);
        long start = refusal == null && !isProxy ? arrivals.take(address) : 0;
        if (start < 0) {
            refusal = "too-fast";
        }
        if (refusal != null) {
            count(refusal);
            channel.unsafe().closeForcibly();
            return;
        }
        connections.add(address);
        channel.closeFuture().addListener(closed -> connections.remove(address));
        channel.pipeline().addFirst(new ConnectionGuard(this, address, isProxy, start));
        if (start > 0) {
            late.increment();
            channel.pipeline().addFirst(new LateStart(start));
        }
    }

    /** Why there is no place for another one; null if there is. */
    private static @Nullable String refusal(Shares shares, AddressRange address, boolean isProxy) {
        if (shares.areAllTaken()) {
            return "too-many";
        }
        return !isProxy && shares.isTaken(address) ? "too-many-of-address" : null;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** @param isLeaving whether the connection was told to go */
    boolean mayOpenStream(AddressRange address, boolean isProxy, boolean isLeaving) {
        String refusal = isLeaving ? "told-to-go" : refusal(streams, address, isProxy);
        if (refusal != null) {
            count("stream-" + refusal);
        }
        return refusal == null;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Shares streams() {
        return streams;
    }

    /** Notes a connection whose reader is behind; false if there are too many of them. */
    boolean isBehind() {
        return unread.incrementAndGet() <= MOST_UNREAD;
    }

    void hasCaughtUp() {
        unread.decrementAndGet();
    }

    HttpServerOptions options() {
        return options;
    }

    long headDeadlineMillis() {
        return config.headDeadline().toMillis();
    }

    /** Counts a connection or stream that was refused or cut. */
    void count(String reason) {
        meters.counter("tongban_connections_cut", "reason", reason).increment();
    }
}
