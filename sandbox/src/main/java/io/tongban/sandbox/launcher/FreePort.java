package io.tongban.sandbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on loopback that nobody listens on at the time of asking, and that no other launcher is given. */
public final class FreePort {
    private static final int LOWEST = 10_000;
    /** Where Linux begins by default. */
    private static final int BELOW = 32_768;

    private static final int TRIES = 20;
    private static final FileChannel RESERVED = reserved();

    private FreePort() {}

    /**
     * A port below those that the system gives to outgoing connections, which might take it before it is listened on; one
     * of the system's choice if none is found there.
     */
    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            try {
                int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
                if (isOurs(port)) {
                    return bind(port);
                }
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

    /**
     * Keeps it from every other launcher until this JVM ends, by an octet of one file that all lock: whoever will listen
     * on it may take half a minute to start.
     */
    private static boolean isOurs(int port) throws IOException {
        try {
            return RESERVED.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException givenHere) {
            return false;
        }
    }

    private static FileChannel reserved() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "tongban-ports-" + System.getProperty("user.name"));
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("no file to reserve ports in", e);
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
