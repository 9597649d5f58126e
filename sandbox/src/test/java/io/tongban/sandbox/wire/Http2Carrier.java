package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** HTTP/2 over TLS, all calls over four connections: one has streams for half of the largest crowd of our tests. */
final class Http2Carrier implements Transport.Carrier {
    private static final int CONNECTIONS = 4;

    private final List<HttpClient> clients;
    private final AtomicInteger calls = new AtomicInteger();

    Http2Carrier(SSLContext trust) {
        clients = Stream.generate(() -> HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .sslContext(trust)
                        .build())
                .limit(CONNECTIONS)
                .toList();
    }

    @Override
    public Answer carry(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(Duration.ofMinutes(1))
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.fields().forEach(request::header);
        try {
            HttpClient client = clients.get(Math.floorMod(calls.getAndIncrement(), CONNECTIONS));
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            Map<String, List<String>> fields = new TreeMap<>(response.headers().map());
            // java.net.http shows HTTP/2's own among the fields.
            fields.remove(":status");
            return new Answer(response.statusCode(), fields, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(call.method() + " " + call.target() + " over HTTP/2", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
