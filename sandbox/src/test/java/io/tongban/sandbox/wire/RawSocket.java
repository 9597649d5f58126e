package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** A connection to the gateway, for what no client library would send. */
final class RawSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    private RawSocket(Socket socket) {
        this.socket = socket;
    }

    static RawSocket to(URI base) throws IOException {
        return from("127.0.0.1", base);
    }

    /** Over TLS, with HTTP/1.1 on it. */
    static RawSocket over(SSLContext trust, URI base) throws IOException {
        Socket socket = trust.getSocketFactory().createSocket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawSocket(socket);
    }

    /** From another address of this machine. */
    static RawSocket from(String address, URI base) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
        return new RawSocket(socket);
    }

    /** Request line and fields of a call, with Host, without the empty line. */
    static String head(Call call) {
        StringBuilder head = new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\n");
        head.append("Host: ").append(call.base().getAuthority()).append("\r\n");
        call.fields()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    RawSocket write(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
        return this;
    }

    RawSocket write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    /** The next answer, which has a Content-Length. */
    Answer answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed after " + head);
            }
            head.append((char) octet);
        }
        Answer answer = parse(head.toString());
        String length = answer.field("content-length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Answer(answer.status(), answer.fields(), body);
    }

    /** Whether nothing comes any more because the other side hung up; what comes before is dropped. */
    boolean isHungUp() {
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return true;
        } catch (java.net.SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** All answers until the other side hangs up. */
    List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        String rest = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        while (!rest.isEmpty()) {
            int end = rest.indexOf("\r\n\r\n") + 4;
            Answer answer = parse(rest.substring(0, end));
            String length = answer.field("content-length");
            int next = end + (length.isEmpty() ? 0 : Integer.parseInt(length));
            answers.add(new Answer(
                    answer.status(), answer.fields(), rest.substring(end, next).getBytes(ISO_8859_1)));
            rest = rest.substring(next);
        }
        return answers;
    }

    private static Answer parse(String head) {
        String[] lines = head.split("\r\n");
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(": ?", 2);
            fields.computeIfAbsent(field[0], none -> new ArrayList<>()).add(field[1]);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), fields, new byte[0]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
