package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.webhook.Redelivery;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.sdk.IdempotentCalls.Name;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Futures;
import io.tongban.sdk.internal.call.Nothing;
import io.tongban.sdk.internal.call.Target;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where this partner wants to be told of outcomes; what arrives there is read with {@link Webhooks}. */
public final class WebhookEndpoints {
    private static final String PATH = "/v1/webhook-endpoints";

    /** The gateway forgets keys after some days, and nobody deletes an endpoint oftener meanwhile. */
    private static final int MOST_DELETED = 20;

    private final Caller caller;
    private final IdempotentCalls idempotentCalls;

    WebhookEndpoints(Caller caller) {
        this.caller = caller;
        this.idempotentCalls = new IdempotentCalls(caller.clientId());
    }

    /**
     * Named by its URL and its events. The same again, also after a restart, is the same effect; one that was deleted
     * since is made anew.
     */
    public WebhookEndpoint create(WebhookEndpointSpec spec) {
        return create(spec, RequestOptions.none());
    }

    public WebhookEndpoint create(WebhookEndpointSpec spec, RequestOptions options) {
        return Futures.on(createAsync(spec, options));
    }

    public CompletableFuture<WebhookEndpoint> createAsync(WebhookEndpointSpec spec, RequestOptions options) {
        Call<WebhookEndpoint> first = creating(spec, "", options);
        if (options.idempotencyKey() != null) {
            return caller.start(first);
        }
        return caller.start(first).thenCompose(made -> standing(spec, made, options, MOST_DELETED));
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

    /**
     * Sends an endpoint all events of its types from a time on, at most 30 days back, whether or not it has had them;
     * 1,000 a call, so go on with {@link #fillIn(String, Instant, String)} until {@link Redelivery#nextCursor()} is null. What is
     * on its way there already is not sent beside itself.
     */
    public Redelivery fillIn(String webhookEndpointId, Instant since) {
        return caller.call(fillingIn(webhookEndpointId, since, null, RequestOptions.none()));
    }

    /**
     * Goes on where a call before ended.
     *
     * @param cursor {@link Redelivery#nextCursor()}
     */
    public Redelivery fillIn(String webhookEndpointId, Instant since, String cursor) {
        return caller.call(fillingIn(webhookEndpointId, since, Given.value(cursor, "cursor"), RequestOptions.none()));
    }

    public CompletableFuture<Redelivery> fillInAsync(String webhookEndpointId, Instant since, RequestOptions options) {
        return caller.start(fillingIn(webhookEndpointId, since, null, options));
    }

    public CompletableFuture<Redelivery> fillInAsync(
            String webhookEndpointId, Instant since, String cursor, RequestOptions options) {
        return caller.start(fillingIn(webhookEndpointId, since, Given.value(cursor, "cursor"), options));
    }

    /** Sends an endpoint one event again. */
    public Redelivery redeliver(String webhookEndpointId, String eventId) {
        return caller.call(redelivering(webhookEndpointId, eventId, RequestOptions.none()));
    }

    public CompletableFuture<Redelivery> redeliverAsync(
            String webhookEndpointId, String eventId, RequestOptions options) {
        return caller.start(redelivering(webhookEndpointId, eventId, options));
    }

    private Call<Redelivery> fillingIn(String id, Instant since, @Nullable String cursor, RequestOptions options) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("since", Given.value(since, "since").toString());
        parameters.put("after", cursor);
        String path = PATH + "/" + Target.segment(id) + "/redeliveries" + Target.query(parameters);
        return idempotentCalls.repeatable("redeliverEvents", "POST", path, null, Redelivery.class, id, options);
    }

    private Call<Redelivery> redelivering(String id, String eventId, RequestOptions options) {
        String path = PATH + "/" + Target.segment(id) + "/events/" + Target.segment(eventId);
        return idempotentCalls.repeatable("redeliverEvent", "POST", path, null, Redelivery.class, eventId, options);
    }

    /** The answer may be a replay of what was deleted since; each that was deleted is followed by another. */
    private CompletableFuture<WebhookEndpoint> standing(
            WebhookEndpointSpec spec, WebhookEndpoint made, RequestOptions options, int left) {
        return listAsync().thenCompose(endpoints -> {
            boolean stands = endpoints.stream().anyMatch(each -> Objects.equals(each.id(), made.id()));
            return stands || left == 0
                    ? CompletableFuture.completedFuture(made)
                    : caller.start(creating(spec, String.valueOf(made.id()), options))
                            .thenCompose(next -> standing(spec, next, options, left - 1));
        });
    }

    /** A path or query may hold a secret of the partner's, so only the host is shown. */
    private Call<WebhookEndpoint> creating(WebhookEndpointSpec spec, String after, RequestOptions options) {
        URI url = Given.value(spec, "spec").url();
        return idempotentCalls.named(
                "createWebhookEndpoint",
                "POST",
                PATH,
                spec,
                WebhookEndpoint.class,
                new Name(url.toString(), String.valueOf(url.getHost()), after),
                options);
    }

    private static Call<WebhookEndpointList> listing() {
        return Call.read("listWebhookEndpoints", PATH, WebhookEndpointList.class);
    }

    private Call<Nothing> deleting(String id) {
        String path = PATH + "/" + Target.segment(id);
        return idempotentCalls.named(
                "deleteWebhookEndpoint", "DELETE", path, null, Nothing.class, Name.of(id), RequestOptions.none());
    }
}
