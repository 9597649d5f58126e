package io.tongban.gateway.trust.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tongban.api.agency.PartnerKind;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The partner that sent this request: its token, its signature and its state in the register were checked. */
@RequestScoped
public class Caller {
    private final CurrentVertxRequest request;

    @Inject
    public Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    public String clientId() {
        return admitted().partner().clientId();
    }

    /** The scopes of the token. */
    public Set<String> scopes() {
        return admitted().scopes();
    }

    public PartnerKind kind() {
        return admitted().partner().kind();
    }

    /** Unified social credit code, GB 32100; null for partners that do not withhold. */
    public @Nullable String creditCode() {
        return admitted().partner().creditCode();
    }

    /** The client of this exchange, outside of any bean's life; empty if none was admitted. */
    public static Optional<String> clientId(RoutingContext context) {
        return Admitted.in(context).map(admitted -> admitted.partner().clientId());
    }

    /** The client that a right token of this exchange names, whether or not it was admitted; empty without one. */
    public static Optional<String> named(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? namedIn(token)
                : Optional.empty();
    }

    /** RFC 9068, section 2.2: client_id; older realms name the client in azp alone. */
    static Optional<String> namedIn(JsonWebToken token) {
        return Optional.<String>ofNullable(token.getClaim("client_id"))
                .or(() -> Optional.ofNullable(token.getClaim("azp")));
    }

    private Admitted admitted() {
        return Admitted.of(request.getCurrent());
    }
}
