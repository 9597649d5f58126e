package io.tongban.sandbox.load;

import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.TokenClient;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.RequestSigner;
import io.tongban.signature.Signer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/** A partner that reads, and tells how long it took; no retry hides anything. */
public final class SignedReader {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TARGET = "/v1/provinces";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI uri;
    private final Signer signer;
    private final String token;

    private SignedReader(URI uri, Signer signer, String token) {
        this.uri = uri;
        this.signer = signer;
        this.token = token;
    }

    public static SignedReader of(SandboxStack stack, String clientId) throws Exception {
        return new SignedReader(
                URI.create(stack.gateway() + TARGET), Signer.of(stack.partnerKey(clientId)), token(stack, clientId));
    }

    /** A fresh access token of this client. */
    public static String token(SandboxStack stack, String clientId) throws Exception {
        TokenClient realm =
                new TokenClient(stack.tokenEndpoint(), stack.keycloak().issuer("tongban"));
        return TokenClient.accessToken(realm.withPrivateKey(clientId, stack.partnerKey(clientId)))
                .serialize();
    }

    /** The status of one read, on a connection that may have served before; 0 if none came. */
    public int read() throws InterruptedException {
        MessageFields fields =
                MessageFields.builder().add("authorization", "Bearer " + token).build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).header("authorization", "Bearer " + token);
        new RequestSigner(signer, Clock.systemUTC())
                .sign(new RequestMessage("GET", uri.toString(), fields), new byte[0])
                .forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException lost) {
            return 0;
        }
    }
}
