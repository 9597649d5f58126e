package io.tongban.sandbox.farside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before a far side, which has no faults of its own on demand, and hangs up on both at random: with a request in
 * its hands, or with an answer.
 */
final class Cutter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cutter.class);
    private static final int BUFFER = 16 * 1024;

    private final int behind;
    private final Random dice;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong cuts = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cutter");
        thread.setDaemon(true);
        return thread;
    });
    private volatile double probability;

    /** Cuts nothing until it is told to. */
    Cutter(int behind, long seed) throws IOException {
        this.behind = behind;
        this.dice = new Random(seed);
        this.door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param each how likely it hangs up on what it has just read, 0 to 1 */
    void cut(double each) {
        probability = each;
    }

    /** How often it has hung up. */
    long cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                threads.execute(() -> between(near));
            }
        } catch (IOException closed) {
            LOG.debug("no more callers");
        }
    }

    private void between(Socket near) {
        open.add(near);
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            open.add(far);
            threads.execute(() -> pass(far, near));
            pass(near, far);
        } catch (IOException gone) {
            LOG.debug("the far side has gone");
        } finally {
            shut(near);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (strikes()) {
                    cuts.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            LOG.debug("one of two has gone");
        } finally {
            shut(from);
            shut(to);
        }
    }

    private synchronized boolean strikes() {
        return dice.nextDouble() < probability;
    }

    private void shut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.debug("closed before");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::shut);
        threads.shutdownNow();
    }
}
