package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One sender that is slow, endless or deaf costs the gateway little, and is told so or cut. */
@ExtendWith(RunningSandbox.class)
class HostileSenderTest {
    private static final int REFUSED = 100;
    private static final int MEBIBYTE = 1024 * 1024;

    private final TestSandbox sandbox;
    private final URI gateway;

    HostileSenderTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        this.gateway = sandbox.stack().gateway();
    }

    @Test
    void isRefusedForItsTokenBeforeItsBodyCame() throws IOException {
        Call call = registration().without("authorization");
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(RawSocket.head(call) + "Content-Length: 1048575\r\n\r\n{");

            assertThat(verified(call, socket).text("code")).isEqualTo("token-missing");
            assertThat(socket.isHungUp()).isTrue();
        }
    }

    @Test
    void isRefusedForItsLengthBeforeItsBodyCame() throws IOException {
        Call call = registration();
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(RawSocket.head(call) + "Content-Length: 1048577\r\n\r\n{");

            Answer answer = verified(call, socket);

            assertThat(answer.text("code")).isEqualTo("body-too-large");
            assertThat(answer.field("connection")).isEqualTo("close");
        }
    }

    @Test
    void isCutWhenItsHeadDoesNotEnd() throws IOException {
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write("GET /v1/provinces HTTP/1.1\r\nHost: a\r\n");

            assertThat(socket.isHungUp()).isTrue();
        }
    }

    @Test
    void isCutWhenItsNextHeadDoesNotEnd() throws IOException {
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write("GET /.well-known/jwks.json HTTP/1.1\r\nHost: a\r\n\r\nGET /.well-k");

            assertThat(socket.answer().status()).isEqualTo(200);
            assertThat(socket.isHungUp()).isTrue();
        }
    }

    @Test
    void isCutWhenItSaysNothing() throws IOException {
        try (RawSocket socket = RawSocket.to(gateway)) {
            assertThat(socket.isHungUp()).isTrue();
        }
    }

    @Test
    void isToldWhenItsBodyDoesNotEnd() throws IOException {
        Call call = registration();
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(RawSocket.head(call) + "Content-Length: 100\r\n\r\n{");

            Answer answer = verified(call, socket);

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.text("code")).isEqualTo("body-too-slow");
        }
    }

    @Test
    void leavesNoExceptionInTheLogWithChunksBeyondTheBound() throws IOException {
        Call call = registration();
        long before = logged();
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(RawSocket.head(call) + "Transfer-Encoding: chunked\r\n\r\n");
            socket.write("1\r\nx\r\n".repeat(60_000));

            assertThat(verified(call, socket).text("code")).isEqualTo("body-too-large");
            socket.write("10000\r\n" + "x".repeat(0x10000) + "\r\n0\r\n\r\n");
            assertThat(socket.isHungUp()).isTrue();
        }
        assertThat(logged() - before).as("octets logged").isLessThan(20_000);
    }

    /** Long before the bound in octets: two hundred of them are two hundred octets of a body, and a thousand of framing. */
    @Test
    void isRefusedWhenItsBodyComesInChunksOfOneOctet() throws IOException {
        Call call = registration();
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(RawSocket.head(call) + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n{\r\n".repeat(200));

            Answer answer = verified(call, socket);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text("detail")).contains("too many pieces");
            assertThat(answer.field("connection")).isEqualToIgnoringCase("close");
        }
    }

    /** What waits in the gateway's buffer while nobody wants more of the body is neither lost nor forgotten. */
    @Test
    void isReadToItsEndInSmallChunks() throws IOException {
        Call call = sandbox.delivery().post("/v1/workers", People.registration(People.next(), "44"));
        Call next = sandbox.delivery().get("/v1/workers/wkr_none");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes((RawSocket.head(call) + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
        for (int from = 0; from < call.body().length; from += 8) {
            byte[] chunk = Arrays.copyOfRange(call.body(), from, Math.min(from + 8, call.body().length));
            octets.writeBytes((chunk.length + "\r\n").getBytes(ISO_8859_1));
            octets.writeBytes(chunk);
            octets.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        octets.writeBytes(("0\r\n\r\n" + RawSocket.head(next) + "\r\n").getBytes(ISO_8859_1));
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(octets.toByteArray());

            assertThat(verified(call, socket).status()).isEqualTo(201);
            assertThat(verified(next, socket).status()).isEqualTo(404);
        }
    }

    /** 16 MiB as decided, and what lies in the sockets' buffers: with Linux' usual bounds 32 MiB there and 4 MiB here. */
    @Test
    void isCutAfterSixteenMebibytesBeyondTheBound() throws IOException {
        Call call = registration();
        byte[] mebibyte = new byte[MEBIBYTE];
        int sent = 0;
        try (RawSocket socket = RawSocket.to(gateway)) {
            socket.write(RawSocket.head(call) + "Content-Length: 1000000000\r\n\r\n");
            while (sent < 256) {
                socket.write(mebibyte);
                sent++;
            }
        } catch (IOException cut) {
            assertThat(sent).isGreaterThanOrEqualTo(15);
        }
        assertThat(sent).as("MiB taken").isLessThan(64);
    }

    /** Vert.x alone would walk a queue of all of them with each, and its event loop do nothing else for minutes. */
    @Test
    void isCutWhenItAsksFarAheadOfTheAnswers() throws IOException {
        String request = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: a\r\n\r\n";
        try (RawSocket socket = RawSocket.from("127.0.0.80", gateway)) {
            socket.write(request.repeat(500));

            assertThat(socket.isHungUp()).isTrue();
        }
        assertThat(sandbox.wire().send(sandbox.delivery().get("/v1/provinces")).status())
                .isEqualTo(200);
    }

    @Test
    void isCutWhenItReadsNoAnswers() throws IOException {
        byte[] requests =
                "GET /problems HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000).getBytes();
        int sent = 0;
        try (RawSocket socket = RawSocket.to(gateway)) {
            while (sent < 2_000) {
                socket.write(requests);
                sent++;
            }
        } catch (IOException cut) {
            assertThat(sent).isLessThan(2_000);
        }
        assertThat(sent).as("thousands of requests taken").isLessThan(2_000);
    }

    @Test
    void hasNoMoreThanItsShareOfTheConnections() throws IOException {
        List<RawSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < TestSandbox.CONNECTIONS_OF_AN_ADDRESS; i++) {
                held.add(RawSocket.from("127.0.0.77", gateway));
            }
            long logged = logged();
            for (int i = 0; i < REFUSED; i++) {
                try (RawSocket oneMore = RawSocket.from("127.0.0.77", gateway)) {
                    assertThat(oneMore.isHungUp()).isTrue();
                }
            }
            assertThat(logged() - logged).as("octets logged").isLessThan(20_000);
            assertThat(sandbox.wire()
                            .send(sandbox.delivery().get("/v1/provinces"))
                            .status())
                    .isEqualTo(200);
        } finally {
            for (RawSocket socket : held) {
                socket.close();
            }
        }
        // Its share is free again once the gateway has seen them go, and its turn comes ten seconds later at most.
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
            try (RawSocket again = RawSocket.from("127.0.0.77", gateway)) {
                again.write("GET /.well-known/jwks.json HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(again.answer().status()).isEqualTo(200);
            }
        });
    }

    /** Many that come in the same instant are served one after the other, and each is served. */
    @Test
    void isServedInItsTurn() throws IOException {
        List<RawSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < TestSandbox.CONNECTIONS_OF_AN_ADDRESS / 4; i++) {
                held.add(RawSocket.from("127.0.0.76", gateway)
                        .write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
            }
            for (RawSocket socket : held) {
                assertThat(socket.answer().status()).isEqualTo(404);
            }
        } finally {
            for (RawSocket socket : held) {
                socket.close();
            }
        }
        assertThat(sandbox.metrics()).containsPattern("tongban_connections_late_total(\\{[^}]*})? [1-9]");
    }

    @Test
    void isToldToWaitAfterTooManyBadTokensAndOthersAreNot() throws IOException {
        Call bad = registration().with("authorization", "Bearer a.b.c");
        try (RawSocket socket = RawSocket.from("127.0.0.78", gateway)) {
            String request = RawSocket.head(bad) + "Content-Length: 0\r\n\r\n";
            int refused = 0;
            Answer answer = verified(bad, socket.write(request));
            while (answer.status() == 401 && refused < TestSandbox.REFUSALS_OF_AN_ADDRESS) {
                refused++;
                answer = verified(bad, socket.write(request));
            }
            assertThat(refused).isGreaterThanOrEqualTo(TestSandbox.REFUSALS_OF_AN_ADDRESS / 10);
            assertThat(answer.text("code")).isEqualTo("rate-limited");
            assertThat(answer.field("retry-after")).matches("[1-9]\\d?");
            assertThat(socket.isHungUp()).isTrue();
        }
        assertThat(sandbox.wire().send(sandbox.delivery().get("/v1/provinces")).status())
                .isEqualTo(200);
    }

    @Test
    void isToldToWaitAfterTooManyReadsOfWhatIsOpen() throws IOException {
        Call keys = Call.of("GET", gateway, "/.well-known/jwks.json", "");
        String request = RawSocket.head(keys) + "\r\n";
        try (RawSocket socket = RawSocket.from("127.0.0.79", gateway)) {
            int read = 0;
            Answer answer = socket.write(request).answer();
            while (answer.status() == 200 && read < TestSandbox.REFUSALS_OF_AN_ADDRESS) {
                read++;
                answer = socket.write(request).answer();
            }
            assertThat(read).isGreaterThanOrEqualTo(TestSandbox.REFUSALS_OF_AN_ADDRESS / 10);
            assertThat(sandbox.wire().verified(keys, answer).text("code")).isEqualTo("rate-limited");
        }
        // Also where more have come already: each would be written and signed for nobody.
        try (RawSocket socket = RawSocket.from("127.0.0.79", gateway)) {
            assertThat(socket.write(request.repeat(30)).answers().stream().map(Answer::status))
                    .endsWith(429)
                    .containsOnlyOnce(429);
        }
    }

    private Call registration() {
        return sandbox.delivery().unsigned("POST", "/v1/workers", "{}").with("idempotency-key", TestSandbox.key());
    }

    private Answer verified(Call call, RawSocket socket) throws IOException {
        return sandbox.wire().verified(call, socket.answer());
    }

    private long logged() throws IOException {
        return Files.size(sandbox.stack().gatewayProcess().log());
    }
}
