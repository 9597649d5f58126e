package io.tongban.sdk.fake;

import io.tongban.api.change.InsuranceChange;
import io.tongban.api.cover.CoverageChange;
import io.tongban.api.payout.Payout;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.worker.Worker;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened, for those who want to be told. */
final class Events {
    private final Clock clock;
    private final Ids ids;
    private final Map<String, List<WebhookEndpoint>> endpoints = new HashMap<>();
    private final List<Call> waiting = new ArrayList<>();
    private final Map<String, List<WebhookEvent>> told = new HashMap<>();

    Events(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** An event on its way to an endpoint. */
    record Call(URI url, WebhookEvent event) {}

    List<WebhookEndpoint> of(String clientId) {
        return endpoints.computeIfAbsent(clientId, none -> new ArrayList<>());
    }

    void tell(String clientId, EventType type, @Nullable Worker worker, @Nullable Withholding withholding) {
        tell(
                clientId,
                new WebhookEvent(ids.next("evt_"), type, clock.instant(), worker, withholding, null, null, null, null));
    }

    void tell(String clientId, EventType type, Payout payout) {
        tell(clientId, new WebhookEvent(ids.next("evt_"), type, clock.instant(), null, null, payout, null, null, null));
    }

    void tell(String clientId, EventType type, InsuranceChange change) {
        tell(clientId, new WebhookEvent(ids.next("evt_"), type, clock.instant(), null, null, null, null, change, null));
    }

    void tell(String clientId, EventType type, CoverageChange coverage) {
        tell(
                clientId,
                new WebhookEvent(ids.next("evt_"), type, clock.instant(), null, null, null, coverage, null, null));
    }

    /** All of a partner's, in their order. */
    List<WebhookEvent> toldTo(String clientId) {
        return told.computeIfAbsent(clientId, none -> new ArrayList<>());
    }

    private void tell(String clientId, WebhookEvent event) {
        toldTo(clientId).add(event);
        of(clientId).stream()
                .filter(endpoint -> endpoint.events().contains(event.type()))
                .forEach(endpoint -> waiting.add(new Call(endpoint.url(), event)));
    }

    /** Hands out what waits, once. */
    List<Call> drain() {
        List<Call> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
