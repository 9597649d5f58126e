package io.tongban.sdk.farside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that wants Basic credentials: tunnels for https, and plain requests one a connection. */
public final class TestProxy implements AutoCloseable {
    private final ServerSocket door;
    private final String expected;
    private final List<String> firstLines = new CopyOnWriteArrayList<>();

    private TestProxy(ServerSocket door, String expected) {
        this.door = door;
        this.expected = expected;
    }

    public static TestProxy open(String user, String password) throws IOException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(ISO_8859_1));
        TestProxy proxy = new TestProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "Basic " + basic);
        start(proxy::accept);
        return proxy;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Of every request that had the right password. */
    public List<String> firstLines() {
        return firstLines;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            String firstLine = head.substring(0, head.indexOf("\r\n"));
            if (!head.contains("\r\nProxy-Authorization: " + expected + "\r\n")) {
                client.getOutputStream()
                        .write(
                                ("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                                                + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                        .getBytes(ISO_8859_1));
                return;
            }
            firstLines.add(firstLine);
            String target = firstLine.split(" ")[1];
            boolean tunnel = firstLine.startsWith("CONNECT ");
            URI uri = URI.create(tunnel ? "https://" + target : target);
            try (Socket upstream = new Socket(uri.getHost(), uri.getPort())) {
                if (tunnel) {
                    client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
                } else {
                    upstream.getOutputStream()
                            .write(forwarded(head, target, uri).getBytes(ISO_8859_1));
                }
                start(() -> pour(client, upstream));
                upstream.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException ended) {
            // One side hung up.
        }
    }

    private static String forwarded(String head, String target, URI uri) {
        return head.replace(target, uri.getRawPath())
                .replaceAll("(?m)^Proxy-Authorization:.*\r\n", "")
                .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One side hung up.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("hung up");
            }
            head.write(octet);
        }
        return head.toString(ISO_8859_1);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
