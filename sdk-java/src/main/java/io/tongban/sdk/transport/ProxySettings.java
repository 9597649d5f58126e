package io.tongban.sdk.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.internal.Given;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy, with or without Basic credentials (RFC 7617). Immutable. */
public final class ProxySettings {
    private final String host;
    private final int port;
    private final @Nullable String basic;

    private ProxySettings(String host, int port, @Nullable String basic) {
        if (Given.value(host, "host").isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A proxy needs a host and a port of 1 to 65535");
        }
        this.host = host;
        this.port = port;
        this.basic = basic;
    }

    public static ProxySettings of(String host, int port) {
        return new ProxySettings(host, port, null);
    }

    /** @param password copied; the caller may wipe it */
    public static ProxySettings of(String host, int port, String user, char[] password) {
        if (Given.value(user, "user").indexOf(':') >= 0) {
            throw new IllegalArgumentException("A user name for Basic holds no colon");
        }
        byte[] pair = (user + ":" + new String(Given.value(password, "password"))).getBytes(UTF_8);
        return new ProxySettings(host, port, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** The value of Proxy-Authorization: a secret. */
    Optional<String> authorization() {
        return Optional.ofNullable(basic);
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return "ProxySettings[" + host + ":" + port + "]";
    }
}
