package io.tongban.gateway.trust.access;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from. Each proxy adds to X-Forwarded-For, at its end, the address that it saw; so the field is read
 * from its end, as far as trusted proxies wrote it. What stands before that was written by the caller, who could name a
 * new address for each call, or somebody else's.
 */
@ApplicationScoped
public class CallerAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** More hops than any network has. */
    private static final int MOST_HOPS = 16;

    private final List<AddressRange> proxies;
    private final boolean forwarding;

    @Inject
    public CallerAddress(
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies,
            @ConfigProperty(name = "quarkus.http.proxy.allow-x-forwarded", defaultValue = "false") boolean forwarding) {
        this.proxies = proxies.orElse(List.of()).stream()
                .flatMap(proxy -> AddressRange.read(proxy).stream())
                .toList();
        this.forwarding = forwarding;
    }

    public InetAddress of(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        InetAddress nearest = peer == null ? null : literal(peer.hostAddress());
        return nearest == null
                ? InetAddress.getLoopbackAddress()
                : behind(nearest, request.headers().getAll(FORWARDED_FOR));
    }

    InetAddress behind(InetAddress peer, List<String> lines) {
        InetAddress known = peer;
        if (!forwarding) {
            return known;
        }
        for (String hop : lastFirst(lines)) {
            InetAddress named = isProxy(known) ? literal(hop) : null;
            if (named == null) {
                return known;
            }
            known = named;
        }
        return known;
    }

    private static List<String> lastFirst(List<String> lines) {
        List<String> hops = new ArrayList<>(List.of(String.join(",", lines).split(",")));
        Collections.reverse(hops);
        return hops.subList(0, Math.min(MOST_HOPS, hops.size()));
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** Of an address as such, with or without a port; a name is not looked up. */
    private static @Nullable InetAddress literal(@Nullable String text) {
        String address = text == null ? "" : text.strip().replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1");
        byte[] octets = NetUtil.createByteArrayFromIpAddressString(
                address.matches("[0-9.]+:[0-9]+") ? address.substring(0, address.indexOf(':')) : address);
        try {
            return octets == null ? null : InetAddress.getByAddress(octets);
        } catch (UnknownHostException neverOfOctets) {
            throw new IllegalStateException(neverOfOctets);
        }
    }
}
