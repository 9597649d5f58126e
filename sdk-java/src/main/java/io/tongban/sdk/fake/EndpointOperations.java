package io.tongban.sdk.fake;

import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Where partners want to be told. */
final class EndpointOperations {
    private static final String PATH = "/v1/webhook-endpoints";
    private static final int MOST = 10;

    private final Clock clock;
    private final Ids ids;
    private final Events events;

    EndpointOperations(Clock clock, Ids ids, Events events) {
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(
                Route.effect("POST", PATH, Scopes.WEBHOOKS_MANAGE, 201, this::create),
                Route.read(
                        PATH,
                        Scopes.WEBHOOKS_MANAGE,
                        request -> new WebhookEndpointList(List.copyOf(events.of(request.clientId())))),
                Route.effect("DELETE", PATH + "/{webhookEndpointId}", Scopes.WEBHOOKS_MANAGE, 204, this::delete));
    }

    private WebhookEndpoint create(Request request) {
        WebhookEndpointSpec spec = request.body(WebhookEndpointSpec.class);
        URI url = normal(spec.url());
        List<WebhookEndpoint> own = events.of(request.clientId());
        if (own.size() >= MOST) {
            throw Refused.with(ProblemType.WEBHOOK_LIMIT);
        }
        WebhookEndpoint endpoint =
                new WebhookEndpoint(ids.next("whe_"), url, EnumSet.copyOf(spec.events()), clock.instant());
        own.add(endpoint);
        return endpoint;
    }

    /** The commonest of the gateway's rules: https, a host, a path. No name is looked up, no address refused. */
    private static URI normal(URI url) {
        boolean plain = "https".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getFragment() == null;
        if (!plain) {
            throw Refused.at(ProblemType.WEBHOOK_URL_REFUSED, "/url");
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null || url.getRawQuery().isEmpty() ? "" : "?" + url.getRawQuery();
        String port = url.getPort() < 0 || url.getPort() == 443 ? "" : ":" + url.getPort();
        return URI.create("https://" + url.getHost().toLowerCase(Locale.ROOT) + port + path + query);
    }

    private Object delete(Request request) {
        String id = request.path("webhookEndpointId");
        if (!events.of(request.clientId()).removeIf(each -> each.id().equals(id))) {
            throw Refused.with(ProblemType.WEBHOOK_NOT_FOUND);
        }
        return Route.NOTHING;
    }
}
