package io.tongban.gateway.trust.access;

import io.tongban.api.agency.PartnerKind;
import io.tongban.gateway.platform.principal.Principal;
import io.tongban.gateway.trust.partner.PartnerAccount;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of admission, kept with the request.
 *
 * @param keyid of the partner's key that signed
 */
record Admitted(PartnerAccount partner, Set<String> scopes, String keyid) {
    private static final String KEY = Admitted.class.getName();

    Admitted {
        scopes = Set.copyOf(scopes);
    }

    /** The one that signed. */
    Principal program() {
        String clientId = partner.clientId();
        return partner.kind() == PartnerKind.AGENCY ? new Principal.Officer(clientId) : new Principal.Program(clientId);
    }

    void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    static Optional<Admitted> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /** @throws IllegalStateException if the request was not admitted, so that nothing opens by mistake */
    static Admitted of(RoutingContext context) {
        return in(context).orElseThrow(() -> new IllegalStateException("This request was not admitted"));
    }
}
