package io.tongban.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.fake.TongbanFake;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.key.GatewayKeys;
import io.tongban.sdk.testing.SignedWebhook;
import io.tongban.sdk.testing.TestGateway;
import io.tongban.signature.MessageFields;
import io.tongban.signature.RequestMessage;
import io.tongban.signature.Signer;
import io.tongban.signature.WebhookSigner;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Genuine events get through Spring MVC as it hands headers and bodies out, and no other does. */
class SpringWebhookControllerTest {
    private static final String URL = "https://partner.example/tongban";

    private final TongbanFake fake = TongbanFake.create();
    private final Tongban tongban = fake.client();
    private final List<WebhookEvent> handled = new ArrayList<>();

    private MockMvc endpoint(Consumer<WebhookEvent> handler) {
        return MockMvcBuilders.standaloneSetup(
                        new SpringWebhookController(URL, tongban.gatewayKeys(), fake.clock(), handler))
                .build();
    }

    private SignedWebhook enrolled() {
        tongban.webhookEndpoints()
                .create(WebhookEndpointSpec.builder()
                        .url(URI.create(URL))
                        .events(Set.of(EventType.WORKER_ENROLLED))
                        .build());
        fake.insured(tongban);
        return fake.webhooks().get(0);
    }

    private static MockHttpServletRequestBuilder call(SignedWebhook webhook) {
        HttpHeaders headers = new HttpHeaders();
        webhook.headers().forEach(headers::addAll);
        return post("/tongban").headers(headers).content(webhook.body());
    }

    @Test
    void aGenuineEventIsHandled() throws Exception {
        endpoint(handled::add).perform(call(enrolled())).andExpect(status().isNoContent());

        assertThat(handled)
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo(EventType.WORKER_ENROLLED));
    }

    /** Of a gateway that sends no charset: MockMvc and servlet containers append one. */
    @Test
    void theCharsetThatSpringAppendsDoesNotMatter() throws Exception {
        byte[] body = enrolled().body();
        ECKey key = Keys.p256("gw-1");
        Map<String, String> fields = new HashMap<>(Map.of("Content-Type", "application/json"));
        RequestMessage message = new RequestMessage(
                "POST", URL, MessageFields.builder().addAll(fields).build());
        fields.putAll(new WebhookSigner(Signer.of(key), fake.clock()).sign(message, body));
        HttpHeaders headers = new HttpHeaders();
        fields.forEach(headers::add);
        MockMvc endpoint = MockMvcBuilders.standaloneSetup(new SpringWebhookController(
                        URL, GatewayKeys.parse(new JWKSet(key.toPublicJWK()).toString()), fake.clock(), handled::add))
                .build();

        endpoint.perform(post("/tongban").headers(headers).content(body).characterEncoding("UTF-8"))
                .andExpect(status().isNoContent())
                .andExpect(result -> assertThat(result.getRequest().getHeader("Content-Type"))
                        .as("as the controller sees it")
                        .isEqualTo("application/json;charset=UTF-8"));
    }

    @Test
    void aForgedOneIsNot() throws Exception {
        SignedWebhook forged =
                TestGateway.create(fake.clock()).sign(URL, enrolled().body());

        endpoint(handled::add).perform(call(forged)).andExpect(status().isUnauthorized());
        assertThat(handled).isEmpty();
    }

    @Test
    void oneWhoseHandlerFailsIsNotTakenForHandled() {
        SignedWebhook webhook = enrolled();
        MockMvc failing = endpoint(event -> {
            throw new IllegalStateException("no database");
        });

        // A container answers 500; MockMvc hands the exception out.
        assertThatThrownBy(() -> failing.perform(call(webhook))).hasRootCauseMessage("no database");
    }
}
