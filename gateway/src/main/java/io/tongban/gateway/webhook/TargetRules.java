package io.tongban.gateway.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which URLs the gateway may call on a partner's word, so that no partner can make it speak to what lies inside
 * (server-side request forgery). Asked when the endpoint is created and again before each call, for names move.
 */
final class TargetRules {
    private static final int LONGEST = 2048;

    private final boolean privateAllowed;
    private final HostLookup lookup;

    TargetRules(WebhookConfig config) {
        this.privateAllowed = config.allowPrivateTargets();
        this.lookup = new HostLookup(config.resolveTimeout());
    }

    /** Why the URL may not be called, as a sentence for the partner; empty if it may. */
    Optional<String> refusal(URI url) {
        return form(url).or(() -> addresses(url.getHost()));
    }

    private Optional<String> form(URI url) {
        String text = url.toString();
        boolean http = privateAllowed && "http".equals(url.getScheme());
        if (!http && !"https".equals(url.getScheme())) {
            return Optional.of("The URL must begin with https://");
        }
        if (url.getHost() == null) {
            return Optional.of("The URL must name a host");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("The URL must have no user info and no fragment");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(character -> character > '~')) {
            return Optional.of("The URL must be at most 2048 characters of ASCII");
        }
        return Optional.empty();
    }

    private Optional<String> addresses(String host) {
        List<InetAddress> addresses = lookup.addresses(bare(host));
        if (addresses.isEmpty()) {
            return Optional.of("The host has no address that can be found now");
        }
        boolean allowed = privateAllowed
                ? addresses.stream().noneMatch(InetAddress::isMulticastAddress)
                : addresses.stream().allMatch(PublicAddress::is);
        return allowed ? Optional.empty() : Optional.of("The host is not on the public internet");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
