package io.tongban.gateway.agency;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.agency.Partner;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerList;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.audit.Audit;
import io.tongban.gateway.platform.audit.AuditEntry;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import io.tongban.gateway.trust.idempotency.Idempotency;
import io.tongban.gateway.trust.partner.PartnerAccount;
import io.tongban.gateway.trust.partner.PartnerRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The agency's hand on the partner register; each change stands in the audit log. */
@ApplicationScoped
public class PartnerService {
    private final PartnerRegister register;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Caller caller;
    private final Jdbi jdbi;

    @Inject
    public PartnerService(PartnerRegister register, Idempotency idempotency, Audit audit, Caller caller, Jdbi jdbi) {
        this.register = register;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.jdbi = jdbi;
    }

    @Nullable
    Partner register(@Nullable String key, PartnerRegistration registration) {
        return change(key, 201, "partner.registered", handle -> register.register(handle, registration));
    }

    /**
     * An agency's own keys keep the one that it signs with, so that it always holds one of them: it adds the new key, signs
     * with that, and leaves the old one out. Whoever replaces the keys of others, partners and agencies, holds none of them
     * and can do so again; so that is how a key that was lost or stolen is left out, and a partner may lose all of its own.
     */
    @Nullable
    Partner replaceKeys(@Nullable String key, String clientId, PartnerKeys keys) {
        return change(
                key,
                200,
                "partner.keys-replaced",
                handle -> clientId.equals(caller.tenant())
                        ? register.replaceOwnKeys(handle, clientId, keys.jwks(), caller.keyid())
                        : register.replaceKeys(handle, clientId, keys.jwks()));
    }

    @Nullable
    Partner changeState(@Nullable String key, String clientId, PartnerState state) {
        if (state == PartnerState.SUSPENDED && clientId.equals(caller.tenant())) {
            throw new ProblemException(ProblemType.AGENCY_SELF_SUSPENSION);
        }
        return change(key, 200, "partner.state-changed", handle -> register.changeState(handle, clientId, state));
    }

    PartnerList list() {
        return new PartnerList(jdbi.withHandle(register::all).stream()
                .map(PartnerService::shown)
                .toList());
    }

    Partner read(String clientId) {
        return shown(jdbi.withHandle(handle -> register.read(handle, clientId)));
    }

    private @Nullable Partner change(
            @Nullable String key, int status, String action, Function<Handle, PartnerAccount> effect) {
        Partner changed = idempotency.once(key, status, handle -> {
            PartnerAccount partner = effect.apply(handle);
            audit.append(
                    handle,
                    new AuditEntry(caller.principal(), partner.clientId(), action, partner.clientId(), facts(partner)));
            return shown(partner);
        });
        register.changed();
        return changed;
    }

    private static Map<String, Object> facts(PartnerAccount partner) {
        return Map.of(
                "kind", partner.kind().name(),
                "state", partner.state().name(),
                "keyIds", keyIds(partner));
    }

    private static Partner shown(PartnerAccount partner) {
        return new Partner(
                partner.clientId(),
                partner.name(),
                partner.kind(),
                partner.creditCode(),
                partner.state(),
                keyIds(partner),
                partner.createdAt(),
                partner.revision());
    }

    private static List<String> keyIds(PartnerAccount partner) {
        return partner.keys().getKeys().stream().map(JWK::getKeyID).toList();
    }
}
