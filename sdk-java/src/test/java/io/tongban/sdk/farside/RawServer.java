package io.tongban.sdk.farside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** A server that misbehaves below HTTP. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket door;

    /** Writes what it likes; then the connection is closed. */
    @FunctionalInterface
    public interface Manner {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private RawServer(ServerSocket door) {
        this.door = door;
    }

    public static RawServer answering(Manner manner) throws IOException {
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> accept(door, manner), "raw-server");
        thread.setDaemon(true);
        thread.start();
        return new RawServer(door);
    }

    public static void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void accept(ServerSocket door, Manner manner) {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                BufferedReader head = new BufferedReader(new InputStreamReader(client.getInputStream()));
                String line = head.readLine();
                while (line != null && !line.isEmpty()) {
                    line = head.readLine();
                }
                manner.answer(client.getOutputStream());
            } catch (IOException | InterruptedException hungUp) {
                // The client had enough, or the test is over.
            }
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
