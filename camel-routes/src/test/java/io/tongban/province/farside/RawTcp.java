package io.tongban.province.farside;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A far side that reads and writes octets as a test tells it to, on one connection after the other or on many. */
public final class RawTcp implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> accepting;
    public final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** What it does on a connection; the connection is closed when it returns. */
    public interface Script {
        void serve(DataInputStream in, OutputStream out) throws Exception;
    }

    public RawTcp(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = CompletableFuture.runAsync(() -> accept(script), threads);
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket, script));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Script script) {
        try (socket) {
            script.serve(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (Exception e) {
            // The near side has gone; what it made of that is for the test to see.
        }
    }

    public String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        // The system keeps the port until the thread that waits on it has woken.
        accepting.join();
        threads.shutdownNow();
        for (Socket each : connections) {
            each.close();
        }
    }
}
