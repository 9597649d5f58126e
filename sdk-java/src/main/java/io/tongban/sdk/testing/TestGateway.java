package io.tongban.sdk.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.api.internal.Given;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.internal.json.Json;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.Signer;
import io.tongban.signature.WebhookSigner;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands in for the gateway where a partner tests its own webhook endpoint: a fresh key, and calls signed with it. */
public final class TestGateway {
    /** As the gateway sends it: with the parameter that frameworks would append otherwise. */
    private static final String CONTENT_TYPE = "application/json;charset=UTF-8";

    private final ECKey key;
    private final Clock clock;

    private TestGateway(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @param clock says when calls are signed; the one that the endpoint under test has, or one that is off */
    public static TestGateway create(Clock clock) {
        try {
            return new TestGateway(
                    new ECKeyGenerator(Curve.P_256).keyID("test-gateway").generate(), Given.value(clock, "clock"));
        } catch (JOSEException unable) {
            throw new IllegalStateException("This platform cannot make a P-256 key", unable);
        }
    }

    /**
     * With a private key of the test's, so that it is the same at each start.
     *
     * @param json a private P-256 JWK with its {@code kid}
     * @throws IllegalArgumentException if it is none
     */
    public static TestGateway ofJwk(String json, Clock clock) {
        try {
            return new TestGateway(ECKey.parse(Given.value(json, "json")), Given.value(clock, "clock"));
        } catch (ParseException notAKey) {
            // Without the parser's text: it may quote the key.
            throw new IllegalArgumentException("Not a private P-256 JWK");
        }
    }

    /** What the endpoint under test verifies with. */
    public GatewayKeys keys() {
        return GatewayKeys.parse(new JWKSet(key.toPublicJWK()).toString());
    }

    /** @param url as the endpoint under test believes to be registered */
    public SignedWebhook sign(String url, WebhookEvent event) {
        return sign(url, Json.write(Given.value(event, "event")));
    }

    /** For bodies that are no events. */
    public SignedWebhook sign(String url, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(CONTENT_TYPE));
        RequestMessage message = new RequestMessage("POST", Given.value(url, "url"), MessageFields.of(headers));
        new WebhookSigner(Signer.of(key), clock)
                .sign(message, Given.value(body, "body"))
                .forEach((name, value) -> headers.put(name, List.of(value)));
        return new SignedWebhook("POST", url, headers, body);
    }
}
