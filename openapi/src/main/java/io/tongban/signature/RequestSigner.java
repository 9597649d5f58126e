package io.tongban.signature;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Signs requests to the gateway after the FAPI 2.0 HTTP Signatures draft. Thread-safe. */
public final class RequestSigner {

    private final ProfileSigner signer;

    public RequestSigner(Signer signer, Clock clock) {
        this(signer, clock, Nonces::next);
    }

    RequestSigner(Signer signer, Clock clock, Supplier<String> nonces) {
        this.signer = new ProfileSigner(signer, clock, nonces, Tags.REQUEST);
    }

    /**
     * Signs a request that already has its Authorization, its Content-Type if it has a body, and its Idempotency-Key
     * if it has an effect.
     *
     * @param body the octets that will be sent; empty for no body
     * @return the fields to set, in place of any the request has: Content-Digest if there is a body, Signature-Input,
     *     Signature
     * @throws SignatureRefusedException COMPONENT_NOT_COVERED if the request lacks one of these fields
     */
    public Map<String, String> sign(RequestMessage message, byte[] body) {
        Map<String, String> digest = ProfileSigner.digestField(body, body.length > 0);
        RequestMessage complete = withFields(message, digest);
        List<ComponentIdentifier> covered = CoveredComponents.ofRequest(complete, body);
        return signer.sign(complete, covered, digest);
    }

    static RequestMessage withFields(RequestMessage message, Map<String, String> fields) {
        if (fields.isEmpty()) {
            return message;
        }
        return new RequestMessage(
                message.method(), message.targetUri(), message.fields().with(fields));
    }
}
