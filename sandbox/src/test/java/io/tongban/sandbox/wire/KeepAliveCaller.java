package io.tongban.sandbox.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/**
 * One HTTP/1.1 client that keeps its connection and tells a hang-up between two calls, which is clean, from one in the
 * middle, which is not. It goes elsewhere at the first 503, as a load balancer or its own retry would.
 */
final class KeepAliveCaller {
    private static final int AT_MOST = 5_000;

    private final InetSocketAddress address;
    private final String host;
    private final CountDownLatch running;

    KeepAliveCaller(URI base, CountDownLatch running) {
        this.address = new InetSocketAddress(base.getHost(), base.getPort());
        this.host = base.getAuthority();
        this.running = running;
    }

    /** @param cuts what happened to requests that were sent and have no whole answer */
    record Log(List<Integer> statuses, List<String> cuts) {}

    private record Reply(int status, boolean closes) {}

    Log untilTurnedAway(IntFunction<Call> calls) throws IOException {
        Log log = new Log(new ArrayList<>(), new ArrayList<>());
        Socket socket = connect();
        try {
            for (int n = 0; n < AT_MOST; n++) {
                Call call = calls.apply(n);
                if (hungUp(socket)) {
                    socket.close();
                    socket = connect();
                }
                Reply reply = exchange(socket, call);
                log.statuses().add(reply.status());
                running.countDown();
                if (reply.status() == 503) {
                    return log;
                }
                if (reply.closes()) {
                    socket.close();
                    socket = connect();
                }
            }
        } catch (ConnectException closedDoor) {
            return log;
        } catch (IOException cut) {
            log.cuts().add(log.statuses().size() + ": " + cut);
        } finally {
            socket.close();
        }
        return log;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(address, 20_000);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Whether the other side has closed before we say anything. */
    private static boolean hungUp(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException silent) {
            return false;
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    private Reply exchange(Socket socket, Call call) throws IOException {
        StringBuilder head =
                new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\nhost: " + host + "\r\n");
        call.fields().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (call.body().length > 0) {
            head.append("content-length: " + call.body().length + "\r\n");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(call.body());
        socket.getOutputStream().write(whole.toByteArray());
        return read(new BufferedInputStream(socket.getInputStream()));
    }

    private static Reply read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = 0;
        boolean closes = false;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            String lower = field.toLowerCase(Locale.ROOT);
            closes |= lower.startsWith("connection:") && lower.contains("close");
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        if (in.readNBytes(length).length < length) {
            throw new EOFException("in the middle of the body");
        }
        return new Reply(status, closes);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("in the middle of the head, after " + line.length() + " octets");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
