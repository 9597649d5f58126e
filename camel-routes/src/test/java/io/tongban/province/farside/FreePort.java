package io.tongban.province.farside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on loopback that nobody listens on at the time of asking, and that no other test is given. */
public final class FreePort {
    private static final int LOWEST = 10_000;
    /** Where Linux begins by default with those of outgoing connections, which might take one before it is used. */
    private static final int BELOW = 32_768;

    private static final int TRIES = 100;

    private static final FileChannel RESERVED = reserved();

    private FreePort() {}

    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            if (!isOurs(port)) {
                continue;
            }
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port is free");
    }

    /**
     * Keeps it until this JVM ends, by an octet of the file that the sandbox's launchers lock, too: a closed port has to
     * stay closed, and a server may be away for a while.
     */
    private static boolean isOurs(int port) {
        try {
            return RESERVED.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException givenHere) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
