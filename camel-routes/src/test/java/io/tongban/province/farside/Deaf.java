package io.tongban.province.farside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A far side to which no connection comes about, as behind a firewall that drops: its queue of connections is full. When
 * it listens again, each connection comes about and is closed.
 */
public final class Deaf implements AutoCloseable {
    private static final int FULL_AFTER_MILLIS = 300;

    private final ServerSocket server;
    private final Deque<Socket> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    public Deaf() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            while (waits()) {
                // One more.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there was a place for one more in the queue. */
    private boolean waits() throws IOException {
        Socket socket = new Socket();
        waiting.push(socket);
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), FULL_AFTER_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    public String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    public void listenAfter(Duration time) {
        thread.schedule(this::listen, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                server.accept().close();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.shutdownNow();
        for (Socket each : waiting) {
            each.close();
        }
    }
}
