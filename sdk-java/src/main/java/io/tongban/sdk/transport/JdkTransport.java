package io.tongban.sdk.transport;

import io.tongban.api.internal.Given;
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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The default: {@link HttpClient} with HTTP/2 where TLS offers it, no redirects, no cookies, bounds on time and size.
 * One thing it does by itself: it repeats a GET whose kept connection turns out to be dead. If the gateway had received
 * it, it sees the nonce a second time and says so, and the client tries again with a new one. After a call that got no
 * answer in time the next one goes by a new connection.
 */
public final class JdkTransport implements Transport {
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("tongban-http"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("tongban-deadline"));
    private final FreshClient clients;
    private final ProxyRoute route;

    private JdkTransport(Duration connectTimeout, @Nullable ProxySettings proxy, @Nullable SSLContext tls) {
        this.route = ProxyRoute.over(proxy, connectTimeout, threads);
        timer.setRemoveOnCancelPolicy(true);
        this.clients = new FreshClient(() -> client(connectTimeout, tls), System::nanoTime);
    }

    private HttpClient client(Duration connectTimeout, @Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(threads)
                .connectTimeout(connectTimeout)
                .followRedirects(Redirect.NEVER);
        if (tls != null) {
            builder.sslContext(tls);
        }
        route.selector().ifPresent(builder::proxy);
        return builder.build();
    }

    /**
     * Connects to nothing yet.
     *
     * @param proxy null for the one that the JVM is configured with ({@code -Dhttps.proxyHost}), if any
     * @param tls null for the JVM's own trust store
     */
    public static JdkTransport of(Duration connectTimeout, @Nullable ProxySettings proxy, @Nullable SSLContext tls) {
        return new JdkTransport(Given.value(connectTimeout, "connectTimeout"), proxy, tls);
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        var unused = Given.value(request, "request");
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
        HttpClient client = clients.current();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(httpRequest(request), BoundedBody.of(request.maxAnswerBytes()));
        // HttpRequest.timeout ends with the header; a body that drips has to be bounded, too. And no timer of the
        // JVM's:
        // its thread never ends, and whoever waits for the threads of a program would wait for it.
        ScheduledFuture<?> deadline = timer.schedule(
                () -> threads.execute(() -> giveUp(client, exchange, answer)),
                request.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        exchange.whenComplete((response, thrown) -> {
            deadline.cancel(false);
            settle(answer, response, thrown);
        });
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

    private void giveUp(HttpClient client, CompletableFuture<?> exchange, CompletableFuture<?> answer) {
        if (!answer.isDone()) {
            // First: whoever is told tries again at once, and not by the same connection.
            clients.giveUp(client);
            answer.completeExceptionally(Failures.of(new TimeoutException()));
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
        clients.close();
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
