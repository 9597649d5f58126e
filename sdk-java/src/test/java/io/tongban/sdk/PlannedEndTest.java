package io.tongban.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.OutcomeUnknownException;
import io.tongban.sdk.farside.Certificates;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.farside.h2.H2Server;
import io.tongban.sdk.retry.RetryBudget;
import io.tongban.sdk.transport.JdkTransport;
import io.tongban.sdk.transport.Transport;
import io.tongban.sdk.transport.TransportException;
import io.tongban.sdk.transport.TransportException.Failure;
import io.tongban.sdk.transport.TransportRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A gateway's node that is restarted says GOAWAY and closes. Each call first goes to such a node over HTTP/2 and TLS,
 * and once that has taken it, to the far side that signs.
 */
class PlannedEndTest {
    @TempDir
    static Path folder;

    private static SSLContext tls;

    private final Scene scene = new Scene();
    private final Transport wire = JdkTransport.of(Duration.ofSeconds(5), null, tls);

    @BeforeAll
    static void makeACertificate() {
        tls = Certificates.tls(Certificates.pkcs12(folder, "h2", "-keyalg", "EC", "-groupname", "secp256r1"));
    }

    @AfterEach
    void close() {
        wire.close();
        scene.close();
    }

    /** The node answers 200 for "go on", and the far side does the rest. */
    private Transport over(H2Server node) {
        Transport real = JdkTransport.of(Duration.ofSeconds(5), null, null);
        return request -> request.uri().getPath().startsWith("/v1")
                ? wire.send(at(node.uri(), request)).thenCompose(passed -> real.send(request))
                : real.send(request);
    }

    private static TransportRequest at(URI node, TransportRequest request) {
        return new TransportRequest(
                request.method(),
                node.resolve(request.uri().getRawPath()),
                Map.of(),
                request.body(),
                request.timeout(),
                request.maxAnswerBytes());
    }

    private Tongban client(H2Server node) {
        scene.gateway().answer(Reply.of(202, Samples.withholding("r", WithholdingState.ACCEPTED)));
        return scene.build(scene.builder().retryBudget(RetryBudget.none()).transport(over(node)));
    }

    /**
     * One connection takes sixty calls and is then left: those up to the last stream that it names are answered, the
     * others never were begun. (The JDK up to 23 fails them all, the later ones none or all but those.)
     */
    @ParameterizedTest(name = "all covered: {0}")
    @ValueSource(booleans = {true, false})
    void costsNothing(boolean covered) {
        int calls = 60;
        List<Integer> streams = new CopyOnWriteArrayList<>();
        H2Server node = H2Server.open(tls, number -> (connection, stream) -> {
            if (number > 1 || stream == 1) {
                connection.answer(stream, 200, Map.of(), new byte[0]);
                return;
            }
            streams.add(stream);
            if (streams.size() == calls) {
                connection.goAway(covered ? stream : 1);
                for (int each : covered ? streams : List.<Integer>of()) {
                    connection.answer(each, 200, Map.of(), new byte[0]);
                }
            }
        });
        try (node) {
            // With one try and no retry at all, every call that a planned end costs would fail.
            Tongban tongban = client(node);
            tongban.withholdings().withhold(Samples.order("first"));
            List<CompletableFuture<String>> underWay = IntStream.range(0, calls)
                    .mapToObj(i -> tongban.withholdings()
                            .withholdAsync(Samples.order("r-" + i))
                            .thenApply(Withholding::id))
                    .toList();

            assertThat(underWay).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(30)));
            assertThat(scene.sleeper()).isEmpty();
            assertThat(streams).hasSize(calls);
        }
    }

    /** Else a gateway that cannot stay up would be struck by a multiple of its load for ever. */
    @Test
    void isNotForgivenForEver() {
        AtomicInteger sent = new AtomicInteger();
        Transport real = JdkTransport.of(Duration.ofSeconds(5), null, null);
        Transport leaving = request -> {
            if (!request.uri().getPath().startsWith("/v1")) {
                return real.send(request);
            }
            sent.incrementAndGet();
            return CompletableFuture.failedFuture(new TransportException(Failure.HUNG_UP, "left", null));
        };
        Tongban tongban =
                scene.build(scene.builder().retryBudget(RetryBudget.none()).transport(leaving));

        assertThatThrownBy(() -> tongban.withholdings().withhold(Samples.order("r-1")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(sent).hasValue(4);
    }
}
