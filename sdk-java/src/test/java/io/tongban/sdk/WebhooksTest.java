package io.tongban.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.WithholdingState;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.farside.MutableClock;
import io.tongban.sdk.farside.Samples;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.testing.SignedWebhook;
import io.tongban.sdk.testing.TestGateway;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Signer;
import io.tongban.signature.WebhookSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private static final String URL = "https://partner.example/tongban";
    private static final WebhookEvent EVENT = new WebhookEvent(
            "evt_1",
            EventType.WITHHOLDING_CONFIRMED,
            Samples.NOW,
            null,
            Samples.withholding("r-1", WithholdingState.CONFIRMED),
            null,
            null,
            null,
            null);

    private final MutableClock clock = new MutableClock();
    private final TestGateway gateway = TestGateway.create(clock);
    private final SignedWebhook webhook = gateway.sign(URL, EVENT);

    private WebhookEvent verify(
            String method, String url, Map<String, List<String>> headers, byte[] body, GatewayKeys keys) {
        return Webhooks.verify(method, url, headers, body, keys, Webhooks.TOLERANCE, clock);
    }

    private WebhookEvent verify(String url, Map<String, List<String>> headers, byte[] body) {
        return verify("POST", url, headers, body, gateway.keys());
    }

    private SignatureFailure reason(String url, Map<String, List<String>> headers, byte[] body) {
        return catchThrowableOfType(UntrustedDocumentException.class, () -> verify(url, headers, body))
                .reason();
    }

    @Test
    void readsAGenuineWebhook() {
        assertThat(verify(URL, webhook.headers(), webhook.body())).isEqualTo(EVENT);
    }

    @Test
    void refusesWhatWasAltered() {
        byte[] other = new String(webhook.body(), UTF_8)
                .replace("CONFIRMED", "REFUSED")
                .getBytes(UTF_8);
        Map<String, List<String>> unsigned = new HashMap<>(webhook.headers());
        unsigned.remove("Signature");

        assertThat(reason(URL, webhook.headers(), other)).isEqualTo(SignatureFailure.DIGEST_MISMATCH);
        assertThat(reason(URL + "2", webhook.headers(), webhook.body())).isEqualTo(SignatureFailure.INVALID);
        assertThat(reason(URL, Map.of(), webhook.body())).isEqualTo(SignatureFailure.MISSING);
        assertThatThrownBy(() -> verify(URL, unsigned, webhook.body())).isInstanceOf(UntrustedDocumentException.class);
        assertThatThrownBy(() -> verify("PUT", URL, webhook.headers(), webhook.body(), gateway.keys()))
                .isInstanceOf(UntrustedDocumentException.class);
        assertThatThrownBy(() -> verify(
                        "POST",
                        URL,
                        webhook.headers(),
                        webhook.body(),
                        TestGateway.create(clock).keys()))
                .isInstanceOf(UntrustedDocumentException.class);
    }

    /** What Spring's HttpEntity, MockMvc and others make of the content type. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\""
            })
    void overlooksACharsetThatAFrameworkAppended(String contentType) {
        Map<String, List<String>> headers = new HashMap<>(webhook.headers());
        headers.put("Content-Type", List.of(contentType));

        assertThat(verify(URL, headers, webhook.body())).isEqualTo(EVENT);
    }

    @Test
    void saysWhichCoveredFieldDiffers() throws Exception {
        Map<String, List<String>> headers = new HashMap<>(webhook.headers());
        headers.put("Content-Type", List.of("text/plain"));
        clock.advance(Duration.ofSeconds(7));

        assertThat(detail("POST", URL, headers)).startsWith("content-type differs");
        assertThat(detail("PUT", URL, webhook.headers())).startsWith("@method differs");
        assertThat(detail("POST", URL + "/", webhook.headers())).startsWith("@target-uri differs by a slash");
        assertThat(detail("POST", URL + "?secret=1", webhook.headers()))
                .contains("@target-uri")
                .doesNotContain("secret");
        assertThat(Files.readString(Path.of("target/sdk-test.log")))
                .contains("webhook not trusted: INVALID, content-type differs");
    }

    private String detail(String method, String url, Map<String, List<String>> headers) {
        UntrustedDocumentException untrusted = catchThrowableOfType(
                UntrustedDocumentException.class, () -> verify(method, url, headers, webhook.body(), gateway.keys()));
        assertThat(untrusted).hasMessageContaining(untrusted.detail());
        return untrusted.detail();
    }

    @ParameterizedTest
    @ValueSource(ints = {-301, 301})
    void refusesWhatWasSignedTooLongAgoOrAhead(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));

        assertThatThrownBy(() -> verify(URL, webhook.headers(), webhook.body()))
                .isInstanceOf(UntrustedDocumentException.class);
    }

    @Test
    void neverParsesAForgedBody() {
        SignedWebhook forged = TestGateway.create(clock).sign(URL, "{not json".getBytes(UTF_8));

        assertThatThrownBy(() -> verify(URL, forged.headers(), forged.body()))
                .isInstanceOf(UntrustedDocumentException.class);
    }

    @Test
    void saysSoIfAGenuineBodyIsNoEvent() {
        SignedWebhook garbled = gateway.sign(URL, "{not json".getBytes(UTF_8));

        assertThatThrownBy(() -> verify(URL, garbled.headers(), garbled.body()))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void readsAnEventOfAKindThatItDoesNotKnow() {
        SignedWebhook newer = gateway.sign(
                URL, "{\"id\":\"evt_2\",\"type\":\"worker.moved\",\"move\":{\"to\":\"51\"}}".getBytes(UTF_8));

        WebhookEvent event = verify(URL, newer.headers(), newer.body());

        assertThat(event.id()).isEqualTo("evt_2");
        assertThat(event.type()).isNull();
    }

    @Test
    void verifiesWithTheKeysThatAClientFetches() {
        try (Scene scene = new Scene()) {
            Tongban tongban = scene.client();
            byte[] body = webhook.body();
            Map<String, List<String>> headers = new HashMap<>(Map.of("Content-Type", List.of("application/json")));
            new WebhookSigner(Signer.of(scene.farSide().keys().signing()), clock)
                    .sign(new RequestMessage("POST", URL, MessageFields.of(headers)), body)
                    .forEach((name, value) -> headers.put(name, List.of(value)));

            KeyLookup keys = tongban.gatewayKeys();
            assertThat(Webhooks.verify("POST", URL, headers, body, keys, Webhooks.TOLERANCE, clock))
                    .isEqualTo(EVENT);
            assertThatThrownBy(() ->
                            Webhooks.verify("POST", URL, webhook.headers(), body, keys, Webhooks.TOLERANCE, clock))
                    .isInstanceOf(UntrustedDocumentException.class)
                    .hasMessageContaining("KEY_UNKNOWN");
            assertThat(scene.farSide().keys().asked()).isEqualTo(1);
        }
    }
}
