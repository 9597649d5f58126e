package io.tongban.gateway.console;

import io.quarkus.oidc.TenantResolver;
import io.tongban.gateway.trust.access.RoutedPath;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who logs in by OpenID Connect, and where: pages for tellers, and those that ask a supervisor for the password once
 * more. All else is asked for a bearer token. Without this, the last segment of any path could name a tenant.
 */
@ApplicationScoped
public class CounterLogins implements TenantResolver {
    static final String TELLER = "teller";
    static final String SUPERVISOR = "supervisor";
    static final String BASE = "/counter";
    static final String DAY = BASE + "/day";
    static final String LOGOUT = BASE + "/logout";
    /** The name that quarkus-oidc gives it. */
    static final String SUPERVISOR_COOKIE = "q_session_" + SUPERVISOR;

    /** The name of quarkus-oidc for the one without a name. */
    private static final String BEARER = "Default";

    @Override
    public String resolve(RoutingContext context) {
        String path = path(context);
        if (RoutedPath.isUnder(path, DAY)) {
            return SUPERVISOR;
        }
        return RoutedPath.isUnder(path, BASE) ? TELLER : BEARER;
    }

    /** The path as routes see it, however it is spelled; of one that cannot be decoded nothing here is asked. */
    static String path(RoutingContext context) {
        return RoutedPath.of(context).map(RoutedPath::withoutParameters).orElse("");
    }
}
