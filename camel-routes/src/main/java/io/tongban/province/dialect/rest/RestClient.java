package io.tongban.province.dialect.rest;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.HttpPosts;
import io.tongban.province.profile.ProvinceProfile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;

/** Posts requests to one province, each transaction to its own address, and says what the status means. */
final class RestClient {
    private final ProvinceProfile profile;
    private final HttpPosts posts;
    private final RetryAfter retryAfter;

    RestClient(ProvinceProfile profile, Executor threads, Clock clock) {
        this.profile = profile;
        this.retryAfter = new RetryAfter(clock);
        this.posts = new HttpPosts(profile, threads, Set.of(200));
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
        HttpResponse<byte[]> response = posts.answer(HttpRequest.newBuilder(address(code))
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
}
