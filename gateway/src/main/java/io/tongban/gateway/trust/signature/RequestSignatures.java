package io.tongban.gateway.trust.signature;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.partner.Partners;
import io.tongban.signature.RequestVerifier;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Verifies what partners signed. */
@ApplicationScoped
public class RequestSignatures {
    private final Partners partners;
    private final RequestVerifier verifier;
    private final MeterRegistry meters;

    @Inject
    public RequestSignatures(Partners partners, Clock clock, MeterRegistry meters) {
        this.partners = partners;
        this.verifier = new RequestVerifier(clock);
        this.meters = meters;
    }

    /**
     * Verifies the signature under a key of this client.
     *
     * @return what was verified; its nonce is still to be accepted once
     * @throws ProblemException with the code of what is wrong
     */
    public Verification.Verified verify(ReceivedRequest request, String clientId) {
        Verification outcome =
                verifier.verify(request.message(), request.body(), keyid -> partners.key(clientId, keyid));
        if (outcome instanceof Verification.Verified verified) {
            return verified;
        }
        Verification.Rejected rejected = (Verification.Rejected) outcome;
        throw refused(problem(rejected.reason()), rejected.detail());
    }

    /** Counts the failure and makes its problem; also for what others find wrong with a signature. */
    public ProblemException refused(ProblemType type, String detail) {
        meters.counter("tongban_signature_failures", "reason", type.code()).increment();
        return new ProblemException(type, detail);
    }

    private static ProblemType problem(SignatureFailure reason) {
        return ProblemType.byCode(reason.code()).orElse(ProblemType.SIGNATURE_INVALID);
    }
}
