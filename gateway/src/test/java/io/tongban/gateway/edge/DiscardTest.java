package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.trust.access.TokenBucket;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscardTest {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BLOCK = 64 * 1024;
    /** More than a refused sender may send with nobody else about, and than lies in the buffers between. */
    private static final int BLOCKS = 400;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void readsARefusedBodyUpToItsBoundWhereThereIsABudget() throws Exception {
        assertThat(blocksTaken(new TokenBucket(100_000, Duration.ofHours(1), System::nanoTime)))
                .isGreaterThanOrEqualTo(16 * BodyReader.MOST / BLOCK);
    }

    @Test
    void readsNoMoreOfItOnceAllTogetherHaveUsedUpTheBudget() throws Exception {
        assertThat(blocksTaken(new TokenBucket(2, Duration.ofHours(1), System::nanoTime)))
                .isLessThan(16 * BodyReader.MOST / BLOCK);
    }

    /** How many blocks could be sent after the refusal until the gateway hung up. */
    private int blocksTaken(TokenBucket budget) throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> refuse(request, budget))
                .listen(0, LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        try (Socket socket = new Socket(InetAddress.getByName(LOOPBACK), server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
            return sent(out);
        }
    }

    private void refuse(HttpServerRequest request, TokenBucket budget) {
        request.pause();
        request.response().setStatusCode(401).end().onComplete(written -> Discard.rest(vertx, request, true, budget));
    }

    private static int sent(OutputStream out) {
        byte[] block = new byte[BLOCK];
        int sent = 0;
        try {
            while (sent < BLOCKS) {
                out.write(block);
                sent++;
            }
            return sent;
        } catch (IOException hungUp) {
            return sent;
        }
    }
}
