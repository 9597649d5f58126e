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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a checked token says, apart from the request that brought it: quarkus-oidc's own identity holds on to that request.
 *
 * @param token the very octets that were verified
 * @param clientId whom it was issued to; not yet whether that is a partner
 * @param scopes what it is good for
 * @param realm as quarkus-oidc keeps it with a request; the agency's policies are asked by it
 * @param keyId of the realm's key that verified it; empty if the token names none
 */
public record TokenHolder(
        String token,
        String clientId,
        Set<String> scopes,
        SecurityIdentity identity,
        OidcTenantConfig realm,
        String keyId,
        Instant expiresAt) {
    private static final String KEY = TokenHolder.class.getName();
    private static final String REALM = OidcTenantConfig.class.getName();

    public TokenHolder {
        scopes = Set.copyOf(scopes);
    }

    /**
     * @param checked by quarkus-oidc, in this exchange
     * @throws ProblemException token-invalid if it is no token of the form that partners have, or names no client
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
                clientId(token),
                GrantedScopes.of(token),
                identity,
                context.get(REALM),
                keyId,
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** RFC 9068, section 2.2: client_id; older realms name the client in azp alone. */
    private static String clientId(JsonWebToken token) {
        return Optional.<String>ofNullable(token.getClaim("client_id"))
                .or(() -> Optional.ofNullable(token.getClaim("azp")))
                .orElseThrow(() -> new ProblemException(ProblemType.TOKEN_INVALID, "The token names no client"));
    }

    /** Whose token this exchange bears; empty until it was checked. */
    static Optional<TokenHolder> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /** Neither the token nor what it holds. */
    @Override
    public String toString() {
        return "TokenHolder[" + keyId + ", " + expiresAt + "]";
    }

    /** Lets the exchange have it as if quarkus-oidc had just said so. */
    void enter(RoutingContext context) {
        context.put(KEY, this);
        context.put(REALM, realm);
        QuarkusHttpUser.setIdentity(identity, context);
    }
}
