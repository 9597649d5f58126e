package io.tongban.gateway.trust.access;

import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.partner.PartnerAccount;
import io.tongban.gateway.trust.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Partners that may have something done, whoever acts for them. */
@ApplicationScoped
public class KnownPartners {
    private final Partners partners;

    @Inject
    public KnownPartners(Partners partners) {
        this.partners = partners;
    }

    /** @param creditCode unified social credit code, GB 32100; null for partners that do not withhold */
    public record Active(
            String clientId, String name, @Nullable String creditCode) {}

    /** @throws ProblemException partner-unknown or partner-suspended */
    public Active active(String clientId) {
        PartnerAccount partner = account(clientId);
        return new Active(partner.clientId(), partner.name(), partner.creditCode());
    }

    PartnerAccount account(String clientId) {
        PartnerAccount partner =
                partners.find(clientId).orElseThrow(() -> new ProblemException(ProblemType.PARTNER_UNKNOWN));
        if (partner.state() != PartnerState.ACTIVE) {
            throw new ProblemException(ProblemType.PARTNER_SUSPENDED);
        }
        return partner;
    }
}
