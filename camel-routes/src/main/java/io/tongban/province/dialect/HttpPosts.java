package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import io.tongban.province.profile.ProvinceProfile;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP client of one province: no redirects, no second try, and one bound for the whole answer. The client's own
 * time-out ends with the headers, so a body that trickles would never meet it.
 */
public final class HttpPosts {
    private final ProvinceProfile profile;
    private final Set<Integer> telling;
    private final HttpClient client;

    /**
     * @param telling the statuses with a body to read; the body of any other is not even looked at
     * @throws IllegalStateException if the profile's own certificates cannot be used
     */
    public HttpPosts(ProvinceProfile profile, Executor threads, Set<Integer> telling) {
        this.profile = profile;
        this.telling = Set.copyOf(telling);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(profile.timeouts().connect())
                .executor(threads);
        Tls.of(profile).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * Sends a request once.
     *
     * @throws CallFailed if there is no whole answer
     */
    public HttpResponse<byte[]> answer(HttpRequest request) {
        // What answered another request of this call, such as a sign-in, says nothing of this one.
        LastHeard.forget();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, this::body);
        try {
            HttpResponse<byte[]> answer =
                    exchange.get(profile.timeouts().together().toMillis(), TimeUnit.MILLISECONDS);
            LastHeard.note(answer.body());
            return answer;
        } catch (ExecutionException e) {
            throw new CallFailed(reason(e));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new CallFailed(UnknownCause.TIMEOUT);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(UnknownCause.INTERRUPTED);
        }
    }

    private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head) {
        return telling.contains(head.statusCode())
                ? new BoundedBody(profile.limits().frameBytes())
                : new NoBody();
    }

    private static UnknownCause reason(Throwable failure) {
        for (Throwable found : Causes.of(failure)) {
            if (found instanceof HttpConnectTimeoutException) {
                return UnknownCause.NOT_CONNECTED;
            }
            if (found instanceof HttpTimeoutException) {
                return UnknownCause.TIMEOUT;
            }
            if (found instanceof ProtocolException) {
                return UnknownCause.UNREADABLE;
            }
        }
        UnknownCause reason = CallFailed.causeOf(failure);
        // The client could make nothing of what came back, and the network had no complaint.
        return reason == UnknownCause.FAILED ? UnknownCause.UNREADABLE : reason;
    }
}
