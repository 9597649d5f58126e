package io.tongban.sandbox.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An invented province's own system: it reads frames in its own layout, and keeps its own books. */
final class YunmengSystem implements AutoCloseable {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SERIAL = 24;
    private static final int HEAD = 30;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** What it has booked, by serial, as "person period fen". */
    final Map<String, String> booked = new ConcurrentHashMap<>();

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    volatile boolean hangs;

    YunmengSystem() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = Integer.parseInt(new String(in.readNBytes(6), StandardCharsets.US_ASCII));
            String answer = answer(in.readNBytes(length));
            while (hangs && in.read() >= 0) {
                // Until the caller has gone.
            }
            byte[] bytes = answer.getBytes(GB18030);
            socket.getOutputStream()
                    .write(String.format(Locale.ROOT, "%06d", bytes.length).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            // The caller has gone; what it makes of that is for the test to see.
        }
    }

    private String answer(byte[] request) {
        String serial = text(request, 0, SERIAL);
        String transaction = text(request, SERIAL, 6);
        String body = switch (transaction.strip()) {
            case "REG" -> "00|YM%06d".formatted(replies.size() + 1);
            case "PAY" -> pay(serial, request);
            default -> replies.getOrDefault(text(request, HEAD, SERIAL), "25|");
        };
        if (!transaction.strip().equals("ASK")) {
            replies.put(serial, body);
        }
        return body.substring(0, 2) + serial + transaction + body.substring(3);
    }

    private String pay(String serial, byte[] request) {
        String fen = text(request, HEAD + 15, 10);
        booked.merge(
                serial.strip(),
                text(request, HEAD + 1, 8) + " " + text(request, HEAD + 9, 6) + " " + Long.parseLong(fen),
                (first, second) -> first + " and again " + second);
        return "00|20261124093000" + fen + "YM" + String.format(Locale.ROOT, "%08d", booked.size());
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, GB18030);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
