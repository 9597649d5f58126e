package io.tongban.province.dialect.rest;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP client of one province: no redirects, no second try, and one bound for the whole answer. The client's own
 * time-out ends with the headers, so a body that trickles would never meet it.
 */
final class RestClient {
    private final ProvinceProfile profile;
    private final HttpClient client;
    private final RetryAfter retryAfter;

    /** @throws io.tongban.province.profile.DataFileException if the profile's own certificates cannot be used */
    RestClient(ProvinceProfile profile, Executor threads, Clock clock) {
        this.profile = profile;
        this.retryAfter = new RetryAfter(clock);
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
     * @param code of the transaction, which ends the address
     * @return the body of a good answer
     * @throws CallFailed if there is none
     */
    byte[] post(String code, byte[] request) {
        retryAfter.requireOver();
        HttpResponse<byte[]> response = answer(HttpRequest.newBuilder(address(code))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(request))
                .build());
        switch (response.statusCode()) {
            case 200 -> {
                return response.body();
            }
            case 401 -> throw new CallFailed(UnknownCause.ACCESS_REFUSED);
            case 429 -> {
                retryAfter.heed(response.headers().firstValue("Retry-After").orElse(""));
                throw new CallFailed(UnknownCause.BUSY_THERE);
            }
            default -> throw new CallFailed(UnknownCause.HTTP_ERROR);
        }
    }

    private URI address(String code) {
        String endpoint = profile.endpoint().toString();
        return URI.create(endpoint + (endpoint.endsWith("/") ? "" : "/") + code);
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, this::body);
        try {
            return exchange.get(profile.timeouts().together().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CallFailed(reasonOf(e));
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
        return head.statusCode() == 200 ? new BoundedBody(profile.limits().frameBytes()) : new NoBody();
    }

    private static UnknownCause reasonOf(Throwable failure) {
        Throwable found = failure;
        for (int depth = 0; found != null && depth < 20; depth++) {
            if (found instanceof HttpConnectTimeoutException) {
                return UnknownCause.NOT_CONNECTED;
            }
            if (found instanceof HttpTimeoutException) {
                return UnknownCause.TIMEOUT;
            }
            if (found instanceof ProtocolException) {
                return UnknownCause.UNREADABLE;
            }
            found = found.getCause();
        }
        UnknownCause reason = CallFailed.causeOf(failure);
        // The client could make nothing of what came back, and the network had no complaint.
        return reason == UnknownCause.FAILED ? UnknownCause.UNREADABLE : reason;
    }
}
