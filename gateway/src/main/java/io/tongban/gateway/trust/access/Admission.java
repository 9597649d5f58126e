package io.tongban.gateway.trust.access;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.partner.PartnerAccount;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.gateway.trust.signature.RequestSignatures;
import io.tongban.signature.Verification;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a request in whose token was checked: by a partner, signed by that partner, once, and not too often. */
@ApplicationScoped
public class Admission {
    private final KnownPartners partners;
    private final RequestSignatures signatures;
    private final Nonces nonces;
    private final RateLimits limits;

    @Inject
    public Admission(KnownPartners partners, RequestSignatures signatures, Nonces nonces, RateLimits limits) {
        this.partners = partners;
        this.signatures = signatures;
        this.nonces = nonces;
        this.limits = limits;
    }

    /**
     * Counts the request for the holder of its token, as soon as its head is read: a body that never ends and a signature
     * that is none count like any other.
     *
     * @throws ProblemException rate-limited
     */
    public void count(RoutingContext context, TokenHolder holder) {
        Rate rate = limits.count(holder.clientId());
        rate.keepIn(context);
        rate.require();
    }

    /** @throws ProblemException with what stands against it */
    public void admit(RoutingContext context, ReceivedRequest request, TokenHolder holder) {
        PartnerAccount partner = partners.account(holder.clientId());
        Verification.Verified signed = signatures.verify(request, partner.clientId());
        if (!nonces.accept(partner.clientId(), signed.keyid(), signed.nonce())) {
            throw signatures.refused(ProblemType.SIGNATURE_NONCE_REUSED, "Each request needs a nonce of its own");
        }
        new Admitted(partner, holder.scopes(), signed.keyid()).keepIn(context);
    }
}
