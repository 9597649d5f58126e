package io.tongban.gateway.trust.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a checked token says, apart from the request that brought it: quarkus-oidc's own identity holds on to that request.
 *
 * @param token the very octets that were verified
 * @param tenant as quarkus-oidc keeps it with a request; the agency's policies are asked by it
 * @param keyId of the realm's key that verified it; empty if the token names none
 */
record TokenHolder(String token, SecurityIdentity identity, OidcTenantConfig tenant, String keyId, Instant expiresAt) {
    private static final String TENANT = OidcTenantConfig.class.getName();

    /**
     * @param checked by quarkus-oidc, in this exchange
     * @throws ProblemException token-invalid if it is no token of the form that partners have
     */
    static TokenHolder of(SecurityIdentity checked, RoutingContext context, String keyId) {
        if (!(checked.getPrincipal() instanceof JsonWebToken token)) {
            throw new ProblemException(ProblemType.TOKEN_INVALID);
        }
        AccessTokenCredential credential = checked.getCredential(AccessTokenCredential.class);
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredential(credential)
                .build();
        return new TokenHolder(
                credential.getToken(),
                identity,
                context.get(TENANT),
                keyId,
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    @Override
    public String toString() {
        return "TokenHolder[" + keyId + ", " + expiresAt + "]";
    }

    /** Lets the exchange have it as if quarkus-oidc had just said so. */
    void enter(RoutingContext context) {
        context.put(TENANT, tenant);
        QuarkusHttpUser.setIdentity(identity, context);
    }
}
