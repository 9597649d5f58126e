package io.tongban.gateway.trust.access;

import io.quarkus.keycloak.pep.PolicyEnforcerResolver;
import io.quarkus.keycloak.pep.runtime.VertxHttpFacade;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.keycloak.adapters.authorization.PolicyEnforcer;

/** Asks the realm's policies whether this client may use the agency's endpoints (UMA 2.0, quarkus-keycloak-authorization). */
@ApplicationScoped
public class AgencyPolicy {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A realm that does not answer may hold so many threads and no more. */
    private static final int MOST = 8;

    private final PolicyEnforcerResolver enforcers;
    private final Semaphore bulkhead = new Semaphore(MOST);

    @Inject
    public AgencyPolicy(PolicyEnforcerResolver enforcers) {
        this.enforcers = enforcers;
    }

    /** @throws ProblemException agency-role-missing, or unavailable if the realm does not answer */
    void check(RoutingContext context) {
        if (!isGranted(context)) {
            // The enforcer's own challenge names a permission ticket, which is nobody's business.
            context.response().headers().remove("WWW-Authenticate");
            throw new ProblemException(ProblemType.AGENCY_ROLE_MISSING);
        }
    }

    private boolean isGranted(RoutingContext context) {
        if (!bulkhead.tryAcquire()) {
            throw unavailable();
        }
        try {
            return Uni.createFrom()
                    .item(() -> askAndLeave(context))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException silent) {
            throw unavailable().causedBy(silent);
        }
    }

    /** Leaves the bulkhead when the realm has answered, not when the caller lost its patience. */
    private boolean askAndLeave(RoutingContext context) {
        try {
            return ask(context);
        } finally {
            bulkhead.release();
        }
    }

    private boolean ask(RoutingContext context) {
        String token = ((QuarkusHttpUser) context.user())
                .getSecurityIdentity()
                .getCredential(AccessTokenCredential.class)
                .getToken();
        OidcTenantConfig tenant = context.get(OidcTenantConfig.class.getName());
        PolicyEnforcer enforcer =
                enforcers.resolvePolicyEnforcer(context, tenant).await().atMost(PATIENCE);
        VertxHttpFacade http = new VertxHttpFacade(context, token, PATIENCE.toMillis());
        if (enforcer.enforce(http, http).isGranted()) {
            return true;
        }
        // The enforcer takes a silent realm for a refusal. This call of the gateway itself fails then.
        enforcer.getAuthzClient().obtainAccessToken();
        return false;
    }

    private static ProblemException unavailable() {
        return new ProblemException(ProblemType.UNAVAILABLE, "The realm does not answer")
                .retryAfter(Duration.ofSeconds(2));
    }
}
