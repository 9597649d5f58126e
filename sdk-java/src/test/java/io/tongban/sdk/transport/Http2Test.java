package io.tongban.sdk.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sdk.farside.Certificates;
import io.tongban.sdk.farside.h2.H2Server;
import io.tongban.sdk.transport.TransportException.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection of HTTP/2 does to calls when it dies, over TLS and ALPN as in earnest. */
class Http2Test {
    @TempDir
    static Path folder;

    private static SSLContext tls;

    @BeforeAll
    static void makeACertificate() {
        tls = Certificates.tls(Certificates.pkcs12(folder, "h2", "-keyalg", "EC", "-groupname", "secp256r1"));
    }

    private static JdkTransport transport() {
        return JdkTransport.of(Duration.ofSeconds(5), null, tls);
    }

    private static CompletableFuture<TransportResponse> send(Transport transport, URI uri, Duration timeout) {
        return transport.send(new TransportRequest("POST", uri, Map.of(), "{}".getBytes(), timeout, 1000));
    }

    @Test
    void keepsOneConnectionWhileItAnswers() throws Exception {
        try (H2Server server = H2Server.open(
                        tls,
                        number -> (connection, stream) ->
                                connection.answer(stream, 200, Map.of("x-connection", "c" + number), new byte[0]));
                JdkTransport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                assertThat(send(transport, server.uri(), Duration.ofSeconds(10))
                                .get()
                                .fields())
                        .containsEntry("x-connection", List.of("c1"));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** The first connection answers once and then takes requests for ever, as one does that a router has forgotten. */
    @Test
    void leavesAConnectionThatDiedWithoutAWord() throws Exception {
        try (H2Server server = H2Server.open(tls, number -> (connection, stream) -> {
                    if (number > 1 || stream == 1) {
                        connection.answer(stream, 200, Map.of(), new byte[0]);
                    }
                });
                JdkTransport transport = transport()) {
            assertThat(send(transport, server.uri(), Duration.ofSeconds(10))
                            .get()
                            .status())
                    .isEqualTo(200);

            // The second try is made by whoever is told of the first one's end, as the client does.
            List<Failure> ends = new CopyOnWriteArrayList<>();
            TransportResponse answer = send(transport, server.uri(), Duration.ofMillis(400))
                    .exceptionallyCompose(thrown -> {
                        ends.add(((TransportException) thrown).failure());
                        return send(transport, server.uri(), Duration.ofSeconds(10));
                    })
                    .get();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(ends).containsExactly(Failure.TIMED_OUT);
            assertThat(server.connections()).isEqualTo(2);
        }
    }
}
