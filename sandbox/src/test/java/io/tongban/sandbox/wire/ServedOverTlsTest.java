package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be negotiated at the HTTPS port, and what the clear port does not turn into. */
@ExtendWith(RunningSandbox.class)
class ServedOverTlsTest {
    private static final int TLS_1_1 = 0x0302;
    private static final int TLS_1_2 = 0x0303;
    private static final int ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 = 0xC02B;
    private static final int ECDHE_ECDSA_WITH_AES_256_CBC_SHA = 0xC00A;
    private static final int RSA_WITH_AES_128_GCM_SHA256 = 0x009C;

    private final TestSandbox sandbox;
    private final URI https;

    ServedOverTlsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        https = sandbox.stack().httpsGateway();
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, h2", "TLSv1.3, h2", "TLSv1.2, http/1.1", "TLSv1.3, http/1.1"})
    void bothVersionsCarryBothProtocols(String version, String application) throws IOException {
        var trust = sandbox.stack().authority().clientContext();

        try (KeptConnection connection = new KeptConnection(https, trust, version, application)) {
            assertThat(connection.application()).isEqualTo(application);
        }
    }

    @Test
    void oldVersionsAndWeakCiphersAreRefused() throws IOException {
        assertThat(ClientHello.answeredWith(https, TLS_1_2, ECDHE_ECDSA_WITH_AES_128_GCM_SHA256))
                .isEqualTo(ClientHello.HANDSHAKE);
        assertThat(ClientHello.answeredWith(https, TLS_1_2, ECDHE_ECDSA_WITH_AES_256_CBC_SHA))
                .as("no forward to CBC")
                .isNotEqualTo(ClientHello.HANDSHAKE);
        assertThat(ClientHello.answeredWith(https, TLS_1_2, RSA_WITH_AES_128_GCM_SHA256))
                .as("no key exchange without forward secrecy")
                .isNotEqualTo(ClientHello.HANDSHAKE);
        assertThat(ClientHello.answeredWith(https, TLS_1_1, ECDHE_ECDSA_WITH_AES_256_CBC_SHA))
                .as("no TLS 1.1")
                .isNotEqualTo(ClientHello.HANDSHAKE);
    }

    @Test
    void clearTextIsNotUpgradedToHttp2() throws IOException {
        String answer =
                clear("GET /problems HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void clearTextKnowsNoHttp2BeforehandEither() throws IOException {
        String settings = "\0\0\0\4\0\0\0\0\0";
        String answer = clear("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings);

        assertThat(answer).doesNotStartWith("\0");
    }

    @Test
    void whatIsSignedForOneAddressIsNotValidAtTheOther() {
        Call forClearText = sandbox.delivery().get("/v1/withholdings?limit=1");
        TestSandbox tls = sandbox.over(Transport.HTTP_1_1_TLS);
        Call sentOverTls = new Call(
                forClearText.method(), https, forClearText.target(), forClearText.body(), forClearText.fields());

        tls.assertRefused(sentOverTls, "signature-invalid");
    }

    @Test
    void theTargetIsThePublicOneWhateverTheHostFieldSays() {
        Call call = sandbox.delivery().get("/v1/withholdings?limit=1").with("host", "elsewhere.example");

        assertThat(sandbox.wire().send(call).status()).isEqualTo(200);
    }

    private String clear(String request) throws IOException {
        URI gateway = sandbox.stack().gateway();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            byte[] first = new byte[64];
            int read = socket.getInputStream().read(first);
            return new String(first, 0, Math.max(0, read), ISO_8859_1);
        }
    }
}
