package io.tongban.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.sdk.Tongban;
import io.tongban.sdk.TongbanBuilder;
import io.tongban.sdk.internal.access.ClientAssertion;
import io.tongban.sdk.internal.access.TokenSource;
import io.tongban.sdk.internal.tls.PemTrust;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.key.PartnerKey;
import io.tongban.sdk.transport.JdkTransport;
import io.tongban.sdk.transport.TransportRequest;
import io.tongban.sdk.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The far side of a profile: tokens, keys and messages, each bounded in time and size. */
final class GatewayLink implements AutoCloseable {
    static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Profile profile;
    private final PartnerKey key;
    private final JdkTransport transport;
    private final TokenSource tokens;

    private GatewayLink(Profile profile, PartnerKey key, JdkTransport transport, TokenSource tokens) {
        this.profile = profile;
        this.key = key;
        this.transport = transport;
        this.tokens = tokens;
    }

    static GatewayLink open(Profile profile, Clock clock) throws IOException {
        PartnerKey key = profile.privateKey();
        JdkTransport transport =
                JdkTransport.of(CONNECT, null, profile.trust() == null ? null : PemTrust.of(Path.of(profile.trust())));
        // The builder judges the addresses: https, but for this machine itself.
        builder(profile, key).build().close();
        String issuer = profile.issuer();
        URI endpoint = URI.create(withoutSlash(issuer) + "/protocol/openid-connect/token");
        ClientAssertion assertion = new ClientAssertion(issuer, profile.clientId(), key, clock);
        return new GatewayLink(
                profile, key, transport, new TokenSource(transport, endpoint, assertion, Set.of(), clock, TIMEOUT));
    }

    private static TongbanBuilder builder(Profile profile, PartnerKey key) {
        TongbanBuilder builder = Tongban.builder()
                .baseUrl(URI.create(profile.baseUrl()))
                .issuer(URI.create(profile.issuer()))
                .clientId(profile.clientId())
                .privateKey(key);
        return profile.trust() == null ? builder : builder.trust(Path.of(profile.trust()));
    }

    /** The SDK's own client of the same profile, to be closed by the caller. */
    Tongban client() {
        return builder(profile, key).build();
    }

    PartnerKey key() {
        return key;
    }

    /** Without a slash at its end. */
    String base() {
        return withoutSlash(profile.baseUrl());
    }

    static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    String token() {
        return awaited(tokens.current()).value();
    }

    /** The key set as published; readable, or this fails. */
    byte[] publishedKeys() {
        URI address = URI.create(base() + "/.well-known/jwks.json");
        TransportResponse answer = send(new TransportRequest(
                "GET", address, Map.of("Accept", "application/json"), new byte[0], TIMEOUT, MAX_ANSWER_BYTES));
        if (answer.status() != 200) {
            throw CommandFailedException.unanswered(address + " answered " + answer.status());
        }
        GatewayKeys.parse(new String(answer.body(), UTF_8));
        return answer.body();
    }

    TransportResponse send(String method, String uri, Map<String, String> fields, byte[] body, Duration more) {
        return send(new TransportRequest(method, URI.create(uri), fields, body, TIMEOUT.plus(more), MAX_ANSWER_BYTES));
    }

    private TransportResponse send(TransportRequest request) {
        return awaited(transport.send(request));
    }

    private static <T> T awaited(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw CommandFailedException.unanswered(String.valueOf(cause.getMessage()));
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
