package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on loopback that nobody listens on at the time of asking. */
public final class FreePort {
    private FreePort() {}

    /** A port of the system's choice. */
    public static int any() {
        try {
            return bind(0);
        } catch (IOException noPortAtAll) {
            throw new UncheckedIOException("no free port on loopback", noPortAtAll);
        }
    }

    /** The preferred port if it is free, otherwise any. */
    static int preferring(int port) {
        try {
            return bind(port);
        } catch (IOException taken) {
            return any();
        }
    }

    private static int bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it a port whose last connections still linger would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
