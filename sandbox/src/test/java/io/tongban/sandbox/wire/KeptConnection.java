package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One TLS connection with HTTP/1.1 on it, for as many requests as wanted. */
final class KeptConnection implements AutoCloseable {
    private final URI gateway;
    private final SSLSocket socket;

    /** @param protocol such as {@code TLSv1.3} */
    KeptConnection(URI gateway, SSLContext trust, String protocol, String... applications) throws IOException {
        this.gateway = gateway;
        socket = (SSLSocket) trust.getSocketFactory().createSocket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(30_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        parameters.setApplicationProtocols(applications);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }

    X509Certificate certificate() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    String application() {
        return socket.getApplicationProtocol();
    }

    /** The status of a HEAD, which has no body to be read away before the next one. */
    int head(String target) throws IOException {
        String request = "HEAD " + target + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) octet);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
