package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on loopback that nobody listens on at the time of asking. */
public final class FreePort {
    private static final int LOWEST = 10_000;
    /** Where Linux begins by default. */
    private static final int BELOW = 32_768;

    private static final int TRIES = 20;

    private FreePort() {}

    /**
     * A port below those that the system gives to outgoing connections, which might take it before it is listened on; one
     * of the system's choice if none is found there.
     */
    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            try {
                return bind(ThreadLocalRandom.current().nextInt(LOWEST, BELOW));
            } catch (IOException taken) {
                // Another one, then.
            }
        }
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
