package io.tongban.gateway.webhook;

import io.tongban.api.webhook.WebhookApi;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WebhookResource implements WebhookApi {
    private final Caller caller;
    private final Idempotency idempotency;
    private final WebhookService service;

    WebhookResource(Caller caller, Idempotency idempotency, WebhookService service) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.service = service;
    }

    @Override
    @SuppressWarnings("NullAway") // null only on a replay, when the stored answer is sent whatever this returns
    public WebhookEndpoint createWebhookEndpoint(@Nullable String idempotencyKey, WebhookEndpointSpec spec) {
        // Asked before the transaction, and heeded only in it: a repeated request gets its stored answer in any case.
        Optional<String> refusal = service.refusal(spec.url());
        return idempotency.once(
                idempotencyKey, 201, handle -> service.create(handle, caller.principal(), spec, refusal));
    }

    @Override
    public WebhookEndpointList listWebhookEndpoints() {
        return service.list(caller.tenant());
    }

    @Override
    public void deleteWebhookEndpoint(@Nullable String idempotencyKey, String webhookEndpointId) {
        idempotency.once(idempotencyKey, 204, handle -> {
            service.delete(handle, caller.principal(), webhookEndpointId);
            return null;
        });
    }
}
