package io.tongban.sdk.transport;

import io.tongban.sdk.transport.TransportException.Failure;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The default: {@link HttpClient} with HTTP/2 where TLS offers it, no redirects, no cookies, bounds on time and size.
 * One thing it does by itself: it repeats a GET whose kept connection turns out to be dead. If the gateway had received
 * it, it sees the nonce a second time and says so, and the client tries again with a new one.
 */
public final class JdkTransport implements Transport {
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("tongban-http"));
    private final HttpClient client;
    private final ProxyRoute route;

    private JdkTransport(Duration connectTimeout, @Nullable ProxySettings proxy, @Nullable SSLContext tls) {
        this.route = ProxyRoute.over(proxy, connectTimeout, threads);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(threads)
                .connectTimeout(connectTimeout)
                .followRedirects(Redirect.NEVER);
        if (tls != null) {
            builder.sslContext(tls);
        }
        route.selector().ifPresent(builder::proxy);
        this.client = builder.build();
    }

    /**
     * Connects to nothing yet.
     *
     * @param proxy null for the one that the JVM is configured with ({@code -Dhttps.proxyHost}), if any
     * @param tls null for the JVM's own trust store
     */
    public static JdkTransport of(Duration connectTimeout, @Nullable ProxySettings proxy, @Nullable SSLContext tls) {
        return new JdkTransport(connectTimeout, proxy, tls);
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        try {
            start(request, answer);
        } catch (RuntimeException unsendable) {
            // Its text may repeat a field's value, so it is not passed on.
            answer.completeExceptionally(
                    new TransportException(Failure.NOT_CONNECTED, "The request cannot be sent", null));
        }
        return answer;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both ways end in answer
    private void start(TransportRequest request, CompletableFuture<TransportResponse> answer) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(httpRequest(request), BoundedBody.of(request.maxAnswerBytes()));
        exchange.whenComplete((response, thrown) -> settle(answer, response, thrown));
        // HttpRequest.timeout ends with the header; a body that drips has to be bounded, too.
        CompletableFuture<?> deadline = exchange.copy();
        deadline.orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, thrown) -> giveUp(exchange, answer, thrown));
    }

    private static void settle(
            CompletableFuture<TransportResponse> answer,
            @Nullable HttpResponse<byte[]> response,
            @Nullable Throwable thrown) {
        if (response != null) {
            // A proxy's own refusal comes without a body.
            byte[] body = response.body() == null ? new byte[0] : response.body();
            answer.complete(new TransportResponse(
                    response.statusCode(), response.headers().map(), body));
        } else if (thrown != null) {
            answer.completeExceptionally(Failures.of(thrown));
        }
    }

    private static void giveUp(CompletableFuture<?> exchange, CompletableFuture<?> answer, @Nullable Throwable thrown) {
        if (thrown instanceof TimeoutException) {
            answer.completeExceptionally(Failures.of(thrown));
            exchange.cancel(true);
        }
    }

    private HttpRequest httpRequest(TransportRequest request) {
        // In clear text HTTP/2 would begin with an upgrade, which not every server survives.
        boolean https = "https".equalsIgnoreCase(request.uri().getScheme());
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .version(https ? Version.HTTP_2 : Version.HTTP_1_1)
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.fields().forEach(builder::header);
        route.authorization(https).ifPresent(value -> builder.header("Proxy-Authorization", value));
        return builder.build();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        route.close();
        threads.shutdownNow();
    }
}
