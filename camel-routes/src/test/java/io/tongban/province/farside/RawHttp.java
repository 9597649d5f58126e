package io.tongban.province.farside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a sign-in pass on to a well-behaved far side, and answers all other requests with the bytes that a test says. */
public final class RawHttp implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: ([0-9]+)\r\n");

    private final ServerSocket server;
    private final int behind;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    public final AtomicInteger calls = new AtomicInteger();
    public volatile Script script = (out, socket) -> {};

    public interface Script {
        void answer(OutputStream out, Socket socket) throws Exception;
    }

    public RawHttp(int behind) {
        this.behind = behind;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/zj";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            byte[] request = request(socket.getInputStream());
            if (new String(request, StandardCharsets.ISO_8859_1).startsWith("POST /zj/ZJ0001 ")) {
                pass(request, socket);
            } else {
                calls.incrementAndGet();
                script.answer(socket.getOutputStream(), socket);
            }
        } catch (Exception e) {
            // The near side has gone; what it made of that is for the test to see.
        }
    }

    /** Says on both sides that the connection ends with this, so that each call has one of its own. */
    private void pass(byte[] request, Socket socket) throws IOException {
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            far.getOutputStream().write(closing(request));
            socket.getOutputStream().write(closing(far.getInputStream().readAllBytes()));
        }
    }

    private static byte[] closing(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1)
                .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            bytes.write(next);
        }
        Matcher length = LENGTH.matcher(bytes.toString(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        return bytes.toByteArray();
    }

    /** Waits for as long as the socket's time-out says; whether the near side has hung up meanwhile. */
    public static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
