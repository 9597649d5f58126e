package io.tongban.sdk;

import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.sdk.call.Call;
import io.tongban.sdk.call.Caller;
import io.tongban.sdk.call.Nothing;
import io.tongban.sdk.call.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where this partner wants to be told of outcomes; what arrives there is read with {@link Webhooks}. */
public final class WebhookEndpoints {
    private static final String PATH = "/v1/webhook-endpoints";

    private final Caller caller;
    private final Effects effects;

    WebhookEndpoints(Caller caller) {
        this.caller = caller;
        this.effects = new Effects(caller.clientId());
    }

    /** Named by its URL. To add one again that was deleted, give a key by {@link RequestOptions}. */
    public WebhookEndpoint create(WebhookEndpointSpec spec) {
        return create(spec, RequestOptions.none());
    }

    public WebhookEndpoint create(WebhookEndpointSpec spec, RequestOptions options) {
        return caller.call(creating(spec, options));
    }

    public CompletableFuture<WebhookEndpoint> createAsync(WebhookEndpointSpec spec, RequestOptions options) {
        return caller.start(creating(spec, options));
    }

    /** All of them; at most 10. */
    public List<WebhookEndpoint> list() {
        return caller.call(listing()).items();
    }

    public CompletableFuture<List<WebhookEndpoint>> listAsync() {
        return caller.start(listing()).thenApply(WebhookEndpointList::items);
    }

    /** Refused with {@code webhook-not-found} if there is none. */
    public void delete(String webhookEndpointId) {
        var unused = caller.call(deleting(webhookEndpointId));
    }

    public CompletableFuture<Void> deleteAsync(String webhookEndpointId) {
        return caller.start(deleting(webhookEndpointId)).thenAccept(nothing -> {});
    }

    /** A path or query may hold a secret of the partner's, so only the host is shown. */
    private Call<WebhookEndpoint> creating(WebhookEndpointSpec spec, RequestOptions options) {
        return effects.named(
                "createWebhookEndpoint",
                "POST",
                PATH,
                spec,
                WebhookEndpoint.class,
                spec.url().toString(),
                String.valueOf(spec.url().getHost()),
                options);
    }

    private static Call<WebhookEndpointList> listing() {
        return Call.read("listWebhookEndpoints", PATH, WebhookEndpointList.class);
    }

    private Call<Nothing> deleting(String id) {
        String path = PATH + "/" + Target.segment(id);
        return effects.named(
                "deleteWebhookEndpoint", "DELETE", path, null, Nothing.class, id, id, RequestOptions.none());
    }
}
