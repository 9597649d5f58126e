package io.tongban.gateway.trust.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.partner.PartnerAccount;
import io.tongban.gateway.trust.partner.Partners;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import io.tongban.gateway.trust.signature.RequestSignatures;
import io.tongban.signature.Verification;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets a request in whose token was checked: by a partner, signed by that partner, once, and not too often. */
@ApplicationScoped
public class Admission {
    private final Partners partners;
    private final RequestSignatures signatures;
    private final Nonces nonces;
    private final RateLimits limits;

    @Inject
    public Admission(Partners partners, RequestSignatures signatures, Nonces nonces, RateLimits limits) {
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
    public void count(RoutingContext context, SecurityIdentity identity) {
        Rate rate = limits.count(clientId(identity));
        rate.keepIn(context);
        if (rate.exceeded()) {
            throw new ProblemException(ProblemType.RATE_LIMITED).retryAfter(Duration.ofSeconds(rate.resetSeconds()));
        }
    }

    /** @throws ProblemException with what stands against it */
    public void admit(RoutingContext context, ReceivedRequest request, SecurityIdentity identity) {
        JsonWebToken token = token(identity);
        PartnerAccount partner = partner(clientId(token));
        Verification.Verified signed = signatures.verify(request, partner.clientId());
        if (!nonces.accept(partner.clientId(), signed.keyid(), signed.nonce())) {
            throw signatures.refused(ProblemType.SIGNATURE_NONCE_REUSED, "Each request needs a nonce of its own");
        }
        new Admitted(partner, GrantedScopes.of(token)).keepIn(context);
    }

    private PartnerAccount partner(String clientId) {
        PartnerAccount partner =
                partners.find(clientId).orElseThrow(() -> new ProblemException(ProblemType.PARTNER_UNKNOWN));
        if (partner.state() != PartnerState.ACTIVE) {
            throw new ProblemException(ProblemType.PARTNER_SUSPENDED);
        }
        return partner;
    }

    /**
     * Whom this token was issued to; not yet whether that is a partner.
     *
     * @throws ProblemException token-invalid
     */
    public static String clientId(SecurityIdentity identity) {
        return clientId(token(identity));
    }

    private static JsonWebToken token(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new ProblemException(ProblemType.TOKEN_INVALID);
    }

    private static String clientId(JsonWebToken token) {
        return Caller.namedIn(token)
                .orElseThrow(() -> new ProblemException(ProblemType.TOKEN_INVALID, "The token names no client"));
    }
}
