package io.tongban.gateway.trust.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.agency.PartnerKind;
import io.tongban.gateway.platform.principal.Principal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The partner that sent this request: its token, its signature and its state in the register were checked. */
@RequestScoped
public class Caller {
    private static final String PRINCIPAL = Principal.class.getName();

    private final CurrentVertxRequest request;

    @Inject
    public Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Who acts: the operator, where the request comes from a bank's counter; else the program that signed it. */
    public Principal principal() {
        RoutingContext context = request.getCurrent();
        Principal named = context.get(PRINCIPAL);
        return named == null ? Admitted.of(context).program() : named;
    }

    /** Client id of the partner whose data the request may touch, whoever acts. */
    public String tenant() {
        return admitted().partner().clientId();
    }

    /** The scopes of the token. */
    public Set<String> scopes() {
        return admitted().scopes();
    }

    /** The kid of the partner's key that signed. */
    public String keyid() {
        return admitted().keyid();
    }

    public PartnerKind kind() {
        return admitted().partner().kind();
    }

    /** Unified social credit code, GB 32100; null for partners that do not withhold. */
    public @Nullable String creditCode() {
        return admitted().partner().creditCode();
    }

    /** What is done from now on in this exchange is done by this one: somebody at a counter, whom its bank's register knows. */
    public static void becomes(RoutingContext context, Principal principal) {
        context.put(PRINCIPAL, principal);
    }

    /** Who acts in this exchange, outside of any bean's life; empty if nobody was let in. */
    public static Optional<Principal> principal(RoutingContext context) {
        return Optional.<Principal>ofNullable(context.get(PRINCIPAL))
                .or(() -> Admitted.in(context).map(Admitted::program));
    }

    /** The client that a right token of this exchange names, whether or not it was admitted; empty without one. */
    public static Optional<String> named(RoutingContext context) {
        return TokenHolder.in(context).map(TokenHolder::clientId);
    }

    private Admitted admitted() {
        return Admitted.of(request.getCurrent());
    }
}
