package io.tongban.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a client talks to, checked.
 *
 * @param base without a slash at its end
 */
record Endpoints(String base, URI issuer, URI token, URI keys) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static Endpoints of(URI baseUrl, URI issuer, @Nullable URI tokenEndpoint, boolean plainHttp) {
        String base = withoutSlash(checked(baseUrl, plainHttp));
        String realm = withoutSlash(checked(issuer, plainHttp));
        URI token = tokenEndpoint == null
                ? URI.create(realm + "/protocol/openid-connect/token")
                : checked(tokenEndpoint, plainHttp);
        return new Endpoints(base, issuer, token, URI.create(base + "/.well-known/jwks.json"));
    }

    static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("A client needs its " + name);
        }
        return value;
    }

    static Duration positive(@Nullable Duration timeout) {
        if (timeout == null || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A time-out is longer than nothing");
        }
        return timeout;
    }

    private static URI checked(URI uri, boolean plainHttp) {
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("An address has scheme, host and path, and nothing else");
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) && (plainHttp || LOOPBACK.contains(host));
        if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("Only https is taken, but for this machine itself: " + host);
        }
        return uri;
    }

    private static String withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
