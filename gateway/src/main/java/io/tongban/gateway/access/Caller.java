package io.tongban.gateway.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.tongban.api.agency.PartnerKind;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
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

    private Admitted admitted() {
        return Admitted.of(request.getCurrent());
    }
}
