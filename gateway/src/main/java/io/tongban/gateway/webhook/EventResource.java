package io.tongban.gateway.webhook;

import io.tongban.api.webhook.EventApi;
import io.tongban.api.webhook.EventPage;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.Preference;
import io.tongban.gateway.trust.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Events over HTTP, for those whom no webhook can reach. */
@ApplicationScoped
class EventResource implements EventApi {
    private final Caller caller;
    private final EventFeed feed;

    EventResource(Caller caller, EventFeed feed) {
        this.caller = caller;
        this.feed = feed;
    }

    @Override
    public EventPage listEvents(
            @Nullable String prefer, @Nullable String after, @Nullable String since, @Nullable Integer limit) {
        return feed.read(caller.tenant(), after, since, PageLimit.of(limit), Preference.wait(prefer));
    }
}
