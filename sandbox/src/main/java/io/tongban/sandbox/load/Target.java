package io.tongban.sandbox.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * What is attacked: always this machine.
 *
 * @param token a good one, for the shapes that begin behind it
 */
public record Target(URI base, String token) {
    public Target {
        if (!address(base).getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("hostile load is for loopback alone, not for " + base);
        }
    }

    String authority() {
        return base.getAuthority();
    }

    InetSocketAddress address() {
        return address(base);
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
        return "Target[" + base + "]";
    }
}
