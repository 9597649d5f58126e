package io.tongban.gateway.webhook;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointList;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.config.Ids;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A partner's endpoints: at most so many, and only where the gateway may call. */
@ApplicationScoped
class WebhookService {
    private final Jdbi jdbi;
    private final Audit audit;
    private final Clock clock;
    private final int limit;
    private final TargetRules rules;
    private final EndpointStore endpoints = new EndpointStore();

    WebhookService(Jdbi jdbi, Audit audit, Clock clock, WebhookConfig config) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.limit = config.endpointsPerPartner();
        this.rules = new TargetRules(config);
    }

    /** Why the URL may not be called; asks the name service, so it is not for a transaction. */
    Optional<String> refusal(URI url) {
        return rules.refusal(NormalUrl.of(url));
    }

    WebhookEndpoint create(Handle handle, Principal by, WebhookEndpointSpec spec, Optional<String> refusal) {
        String clientId = by.tenant();
        if (refusal.isPresent()) {
            throw new ProblemException(ProblemType.WEBHOOK_URL_REFUSED, refusal.get(), "/url");
        }
        endpoints.lock(handle, clientId);
        if (endpoints.of(handle, clientId).size() >= limit) {
            throw new ProblemException(ProblemType.WEBHOOK_LIMIT);
        }
        WebhookEndpoint endpoint = new WebhookEndpoint(
                Ids.next("whe_"), NormalUrl.of(spec.url()), EnumSet.copyOf(spec.events()), clock.instant());
        endpoints.insert(handle, clientId, endpoint);
        audit.append(handle, AuditEntry.of(by, "webhook.created", endpoint.id(), Map.of()));
        return endpoint;
    }

    WebhookEndpointList list(String clientId) {
        return new WebhookEndpointList(jdbi.withHandle(handle -> endpoints.of(handle, clientId)));
    }

    void delete(Handle handle, Principal by, String id) {
        if (!endpoints.delete(handle, by.tenant(), id)) {
            throw new ProblemException(ProblemType.WEBHOOK_NOT_FOUND);
        }
        audit.append(handle, AuditEntry.of(by, "webhook.deleted", id, Map.of()));
    }
}
