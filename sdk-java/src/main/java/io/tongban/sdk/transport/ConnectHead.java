package io.tongban.sdk.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The head of a CONNECT request or of its answer (RFC 9110, section 9.3.6).
 *
 * @param target the second word of the first line: host and port, or the status
 * @param authorization Proxy-Authorization, empty if there is none; a secret
 */
record ConnectHead(String target, String authorization) {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String FIELD = "proxy-authorization:";

    /** Reads up to the empty line and not an octet more: what follows belongs to the tunnel. */
    static ConnectHead read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int octet = in.read();
            if (octet < 0 || head.size() >= MAX_BYTES) {
                throw new IOException("The head of a CONNECT did not end");
            }
            head.write(octet);
            ends = octet == '\n' ? ends + 1 : octet == '\r' ? ends : 0;
        }
        return parse(head.toString(US_ASCII).lines().toList());
    }

    private static ConnectHead parse(List<String> lines) throws IOException {
        String[] words = lines.get(0).split(" ", 3);
        if (words.length < 2) {
            throw new IOException("The first line of a CONNECT cannot be read");
        }
        String authorization = lines.stream()
                .filter(line -> line.regionMatches(true, 0, FIELD, 0, FIELD.length()))
                .map(line -> line.substring(FIELD.length()).strip())
                .findFirst()
                .orElse("");
        return new ConnectHead(words[1], authorization);
    }

    static byte[] request(String target, String authorization) {
        return ("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nProxy-Authorization: " + authorization
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    static byte[] answer(String status) {
        String rest = status.equals("200") ? "" : "Content-Length: 0\r\nConnection: close\r\n";
        return ("HTTP/1.1 " + status + " Proxy\r\n" + rest + "\r\n").getBytes(US_ASCII);
    }

    @Override
    public String toString() {
        return "ConnectHead[" + target + "]";
    }
}
