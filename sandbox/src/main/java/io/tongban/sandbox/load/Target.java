package io.tongban.sandbox.load;

import io.tongban.sandbox.launcher.SandboxStack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;

/**
 * What is attacked: always this machine.
 *
 * @param base in clear text
 * @param secure over TLS
 * @param trust what vouches for it
 * @param token a good one, for the shapes that begin behind it
 */
public record Target(URI base, URI secure, SSLContext trust, String token) {
    public Target {
        requireLoopback(base);
        requireLoopback(secure);
    }

    public static Target of(SandboxStack stack, String token) {
        return new Target(
                stack.gateway(), stack.httpsGateway(), stack.authority().clientContext(), token);
    }

    private static void requireLoopback(URI base) {
        if (!address(base).getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("hostile load is for loopback alone, not for " + base);
        }
    }

    String authority() {
        return base.getAuthority();
    }

    String secureAuthority() {
        return secure.getAuthority();
    }

    InetSocketAddress clear() {
        return address(base);
    }

    InetSocketAddress tls() {
        return address(secure);
    }

    private static InetSocketAddress address(URI base) {
        try {
            return new InetSocketAddress(InetAddress.getByName(base.getHost()), base.getPort());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Target[" + base + ", " + secure + "]";
    }
}
