package io.tongban.province.farside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on loopback that nobody listens on at the time of asking. */
public final class FreePort {
    private static final int LOWEST = 10_000;
    /** Where Linux begins by default with those of outgoing connections, which might take one before it is used. */
    private static final int BELOW = 32_768;

    private static final int TRIES = 100;

    private FreePort() {}

    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
