package io.tongban.province.farside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An FTPS server (TLS from the first octet) whose transfers come to nothing: of a file it sends the half and closes as if
 * it were all, and what is uploaded it does not read. What it says of a path that ends in {@code late} waits until it is
 * told to say it. Its folders are all there, and list what it is told to.
 */
public final class TornFtps implements AutoCloseable {
    private final SSLContext tls;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch late = new CountDownLatch(1);

    /** All that was said to it, in order. */
    public final List<String> said = new CopyOnWriteArrayList<>();

    /** What it sends as the listing of any folder, as listings for programs are (MLSD). */
    public volatile String listing = "";

    public TornFtps(SSLContext tls) throws IOException {
        this.tls = tls;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    threads.execute(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    public String endpoint() {
        return "ftps://127.0.0.1:" + server.getLocalPort() + "/x";
    }

    /** Now it says what it has kept back. */
    public void sayLate() {
        late.countDown();
    }

    private SSLSocket secured(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        return secured;
    }

    private void serve(Socket socket) {
        try (SSLSocket control = secured(socket);
                ServerSocket passive = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = control.getOutputStream();
            say(out, "220 hello");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                String command = line.split(" ")[0];
                switch (command) {
                    case "USER" -> say(out, "331 go on");
                    case "PASS" -> say(out, "230 welcome");
                    case "FEAT" -> say(out, "211-has\r\n MLST size*;modify*;\r\n211 end");
                    case "EPSV" -> say(out, "229 here (|||" + passive.getLocalPort() + "|)");
                    case "RETR" -> half(out, passive, line);
                    case "MLSD" -> list(out, passive);
                    case "STOR" -> unread(out, passive);
                    default -> {
                        beLate(line);
                        say(out, "200 yes");
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // The near side has gone; what it made of that is for the test to see.
        }
    }

    private void beLate(String line) throws InterruptedException {
        if (line.endsWith("late")) {
            late.await();
        }
    }

    private void list(OutputStream out, ServerSocket passive) throws IOException {
        say(out, "150 comes");
        try (SSLSocket data = secured(passive.accept())) {
            data.getOutputStream().write(listing.getBytes(StandardCharsets.UTF_8));
        }
        say(out, "226 all");
    }

    private void half(OutputStream out, ServerSocket passive, String line) throws IOException, InterruptedException {
        say(out, "150 comes");
        try (SSLSocket data = secured(passive.accept())) {
            data.getOutputStream().write("the first ha".getBytes(StandardCharsets.US_ASCII));
        }
        beLate(line);
        say(out, "426 something went wrong");
    }

    private void unread(OutputStream out, ServerSocket passive) throws IOException, InterruptedException {
        say(out, "150 let it come");
        try (SSLSocket data = secured(passive.accept())) {
            data.startHandshake();
            end.await();
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        late.countDown();
        server.close();
        threads.shutdownNow();
    }
}
