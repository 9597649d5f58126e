package io.tongban.gateway.trust.partner;

import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Violations;
import io.tongban.gateway.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Changes of the partner register, each in the caller's transaction; call {@link #changed} after the commit. */
@ApplicationScoped
public class PartnerRegister {
    private final Partners partners;
    private final Clock clock;

    @Inject
    public PartnerRegister(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /** @throws ProblemException partner-exists, keys-invalid, field-missing or credit-code-checksum */
    public PartnerAccount register(Handle handle, PartnerRegistration registration) {
        checkCreditCode(registration);
        PartnerAccount partner = new PartnerAccount(
                registration.clientId(),
                registration.name(),
                registration.kind(),
                registration.creditCode(),
                PartnerState.ACTIVE,
                PartnerKeySet.parse(registration.jwks(), clock.instant()),
                clock.instant(),
                1);
        checked(() -> PartnerStore.insert(handle, partner));
        return partner;
    }

    public List<PartnerAccount> all(Handle handle) {
        return PartnerStore.all(handle);
    }

    /** @throws ProblemException not-found */
    public PartnerAccount read(Handle handle, String clientId) {
        return PartnerStore.find(handle, clientId).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    /** @throws ProblemException not-found or keys-invalid */
    public PartnerAccount replaceKeys(Handle handle, String clientId, Map<String, Object> jwks) {
        read(handle, clientId);
        JWKSet keys = PartnerKeySet.parse(jwks, clock.instant());
        checked(() -> PartnerStore.replaceKeys(handle, clientId, keys, clock.instant()));
        return read(handle, clientId);
    }

    /**
     * Replaces keys for the one that holds them.
     *
     * @param kid of the key that signs for it, which has to stay as it is
     * @throws ProblemException not-found, keys-invalid or agency-signing-key-removed
     */
    public PartnerAccount replaceOwnKeys(Handle handle, String clientId, Map<String, Object> jwks, String kid) {
        PartnerKeySet.requireKept(read(handle, clientId).keys(), PartnerKeySet.parse(jwks, clock.instant()), kid);
        return replaceKeys(handle, clientId, jwks);
    }

    /** @throws ProblemException not-found, or agency-last-active: nobody could let one in again */
    public PartnerAccount changeState(Handle handle, String clientId, PartnerState state) {
        if (state == PartnerState.SUSPENDED
                && PartnerStore.lockActiveAgencies(handle).equals(List.of(clientId))) {
            throw new ProblemException(ProblemType.AGENCY_LAST_ACTIVE);
        }
        PartnerStore.changeState(handle, clientId, state, clock.instant());
        return read(handle, clientId);
    }

    /** Lets this node see what was committed. */
    public void changed() {
        partners.forget();
    }

    private static void checkCreditCode(PartnerRegistration registration) {
        String code = registration.creditCode();
        if (code == null) {
            if (registration.kind() == PartnerKind.PLATFORM) {
                throw new ProblemException(
                        ProblemType.FIELD_MISSING, "A platform withholds, so it has a credit code", "/creditCode");
            }
        } else if (!CreditCode.isValid(code)) {
            throw new ProblemException(ProblemType.CREDIT_CODE_CHECKSUM, null, "/creditCode");
        }
    }

    private static void checked(Runnable statement) {
        try {
            statement.run();
        } catch (JdbiException refused) {
            switch (Violations.uniqueConstraint(refused).orElse("")) {
                case "partner_pkey" -> throw new ProblemException(ProblemType.PARTNER_EXISTS);
                case "partner_key_pkey" -> throw PartnerKeySet.refused("A kid is in use; choose another");
                default -> throw refused;
            }
        }
    }
}
