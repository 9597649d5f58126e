package io.tongban.province.farside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what comes, and counts the connections on which anything came at all. */
public final class CountingRelay implements AutoCloseable {
    private final int behind;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    public final AtomicInteger spoken = new AtomicInteger();

    public CountingRelay(int behind) {
        this.behind = behind;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                threads.execute(() -> serve(near));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket near) {
        try (near;
                Socket far = new Socket("127.0.0.1", behind)) {
            int first = near.getInputStream().read();
            if (first >= 0) {
                spoken.incrementAndGet();
                far.getOutputStream().write(first);
                threads.execute(() -> pass(far, near));
                pass(near, far);
            }
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
