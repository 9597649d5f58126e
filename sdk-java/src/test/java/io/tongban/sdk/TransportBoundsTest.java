package io.tongban.sdk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.error.RequestNotSentException;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.farside.RawServer;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.sdk.transport.JdkTransport;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportException;
import io.tongban.sdk.transport.TransportException.Failure;
import io.tongban.sdk.transport.TransportRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class TransportBoundsTest {
    private static TransportRequest get(URI uri, Duration timeout) {
        return new TransportRequest("GET", uri, Map.of(), new byte[0], timeout, 1000);
    }

    private static Failure failure(URI uri, Duration timeout) {
        try (Transport transport = JdkTransport.of(Duration.ofSeconds(5), null, null)) {
            ExecutionException thrown = catchThrowableOfType(
                    ExecutionException.class,
                    () -> transport.send(get(uri, timeout)).get());
            return ((TransportException) thrown.getCause()).failure();
        }
    }

    @Test
    void hangsUpOnAnAnswerWithoutEnd() throws Exception {
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(US_ASCII);
        try (RawServer endless = RawServer.answering(out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
            while (true) {
                out.write(chunk);
            }
        })) {
            assertThat(failure(endless.uri(), Duration.ofSeconds(30))).isEqualTo(Failure.TOO_LARGE);
        }
    }

    @Test
    void hangsUpOnAnAnswerThatDrips() throws Exception {
        try (RawServer dripping = RawServer.answering(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nx".getBytes(US_ASCII));
            out.flush();
            RawServer.waitForEver();
        })) {
            assertThat(failure(dripping.uri(), Duration.ofMillis(500))).isEqualTo(Failure.TIMED_OUT);
        }
    }

    @Test
    void hangsUpOnSilence() throws Exception {
        try (RawServer silent = RawServer.answering(out -> RawServer.waitForEver())) {
            assertThat(failure(silent.uri(), Duration.ofMillis(500))).isEqualTo(Failure.TIMED_OUT);
        }
    }

    @Test
    void takesAConnectionCutWithinTheAnswerForBroken() throws Exception {
        try (RawServer cut = RawServer.answering(
                out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nx".getBytes(US_ASCII)))) {
            assertThat(failure(cut.uri(), Duration.ofSeconds(30))).isEqualTo(Failure.BROKEN);
        }
    }

    @Test
    void knowsThatNothingLeftWhereNobodyListens() throws Exception {
        URI nobody;
        // Where no thread waits on it, the system gives the port up at once.
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/");
        }
        assertThat(failure(nobody, Duration.ofSeconds(30))).isEqualTo(Failure.NOT_CONNECTED);
        assertThat(failure(URI.create("http://host.invalid/"), Duration.ofSeconds(30)))
                .isEqualTo(Failure.NOT_CONNECTED);
    }

    @Test
    void doesNotReadMoreThanEightMegabytesOfAnAnswer() {
        try (Scene scene = new Scene()) {
            scene.gateway().answer(Reply.raw(200, " ".repeat(8 * 1024 * 1024 + 1)));
            Tongban tongban = scene.client();

            assertThatThrownBy(() -> tongban.withholdings().get("wh_1"))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContaining("longer than 8388608 bytes");
        }
    }

    @Test
    void saysThatNothingWasSentWhenNobodyListens() {
        try (Scene scene = new Scene()) {
            Tongban tongban = scene.client();
            scene.farSide().close();

            assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                    .isInstanceOf(RequestNotSentException.class);
            assertThat(scene.sleeper()).as("tried again, because it was safe").hasSize(3);
        }
    }

    @Test
    void takesAnyOtherFailureOfATransportForAnUnknownOutcome() {
        try (Scene scene = new Scene();
                Transport real = JdkTransport.of(Duration.ofSeconds(5), null, null)) {
            scene.gateway().answer(Reply.of(200, Samples.withholding("r-1", WithholdingState.ACCEPTED)));
            Tongban tongban =
                    scene.build(scene.builder().retryBudget(RetryBudget.none()).transport(request -> {
                        if (request.uri().getPath().startsWith("/v1")) {
                            throw new IllegalStateException("text with Bearer abc");
                        }
                        return real.send(request);
                    }));

            assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("IllegalStateException")
                    .hasMessageNotContaining("Bearer");
        }
    }

    @Test
    void sendsNothingOnceItIsClosed() {
        try (Scene scene = new Scene()) {
            Tongban tongban = scene.client();
            tongban.close();

            assertThatThrownBy(() -> tongban.withholdings().get("wh_1"))
                    .isInstanceOf(RequestNotSentException.class)
                    .hasMessageContaining("closed");
        }
    }
}
