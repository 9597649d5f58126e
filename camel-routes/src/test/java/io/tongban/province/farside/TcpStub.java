package io.tongban.province.farside;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A far side that speaks tcp as a test tells it to; it knows sockets and bytes, and nothing of the code under test. */
public final class TcpStub implements AutoCloseable {
    public static final Charset GBK = Charset.forName("GBK");

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int lengthDigits;
    private final int counted;
    public final List<byte[]> requests = new CopyOnWriteArrayList<>();
    public volatile Script script = (request, out, socket) -> out.write(frame(head(request, "0000") + ""));

    public interface Script {
        void answer(byte[] request, OutputStream out, Socket socket) throws Exception;
    }

    public TcpStub() {
        this(6, false);
    }

    /** @param countsItself whether the length's own digits are part of it */
    public TcpStub(int lengthDigits, boolean countsItself) {
        this.lengthDigits = lengthDigits;
        this.counted = countsItself ? lengthDigits : 0;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
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
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] length = in.readNBytes(lengthDigits);
            byte[] request = in.readNBytes(Integer.parseInt(new String(length, StandardCharsets.US_ASCII)) - counted);
            requests.add(request);
            script.answer(request, socket.getOutputStream(), socket);
        } catch (Exception e) {
            // The near side has gone; what it made of that is for the test to see.
        }
    }

    public String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Answers every request with this return code and body. */
    public void answering(String code, String body) {
        script = (request, out, socket) -> out.write(frame(head(request, code) + body));
    }

    public static String head(byte[] request, String code) {
        return head(text(request, 0, 4), text(request, 4, 20), code);
    }

    public static String head(String transaction, String serial, String code) {
        return transaction + serial + code + "完成" + " ".repeat(56);
    }

    public static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, GBK);
    }

    public static byte[] frame(String text) {
        return frame(text.getBytes(GBK));
    }

    public static byte[] frame(byte[] bytes) {
        byte[] frame = new byte[6 + bytes.length];
        System.arraycopy(String.format("%06d", bytes.length).getBytes(StandardCharsets.US_ASCII), 0, frame, 0, 6);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
