package io.tongban.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx();
    private final Turnstile turnstile = new Turnstile(2);
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final BlockingQueue<RoutingContext> inside = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> gone = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(request -> {
            request.request().connection().closeHandler(closed -> gone.add(request.normalizedPath()));
            turnstile.enter(request, inside::add);
            arrived.add(request.normalizedPath());
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void letsSoManyInAndTheOthersInTheirOrderAsThoseAreAnswered() throws Exception {
        for (String path : List.of("/1", "/2", "/3", "/4")) {
            ask(path);
        }
        RoutingContext first = next("/1");
        RoutingContext second = next("/2");
        assertThat(inside).isEmpty();

        second.end();
        next("/3");
        assertThat(inside).isEmpty();

        first.end();
        next("/4");
    }

    @Test
    void whoHasGoneTakesNoPlaceNeitherInsideNorWaiting() throws Exception {
        Socket inPlace = ask("/1");
        ask("/2");
        Socket waiting = ask("/3");
        ask("/4");
        next("/1");
        RoutingContext second = next("/2");

        waiting.close();
        assertThat(gone.poll(30, TimeUnit.SECONDS)).isEqualTo("/3");
        second.end();
        next("/4");

        ask("/5");
        assertThat(inside).isEmpty();
        inPlace.close();
        next("/5");
    }

    /** Returns when it has arrived. */
    private Socket ask(String path) throws IOException, InterruptedException {
        Socket socket = new Socket(InetAddress.getByName(LOOPBACK), server.actualPort());
        sockets.add(socket);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo(path);
        return socket;
    }

    private RoutingContext next(String path) throws InterruptedException {
        RoutingContext request = inside.poll(30, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        assertThat(request.normalizedPath()).isEqualTo(path);
        return request;
    }
}
