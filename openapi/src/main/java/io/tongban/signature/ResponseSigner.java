package io.tongban.signature;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Signs responses, errors included, and binds each to the request it answers. Thread-safe. */
public final class ResponseSigner {

    private final ProfileSigner signer;

    public ResponseSigner(Signer signer, Clock clock) {
        this(signer, clock, Nonces::next);
    }

    ResponseSigner(Signer signer, Clock clock, Supplier<String> nonces) {
        this.signer = new ProfileSigner(signer, clock, nonces, Tags.RESPONSE);
    }

    /**
     * Signs a response that already has its Content-Type if it has a body. Works for any request, however broken: a
     * part of the request that cannot stand in a signature base is left out, and no verifier can have sent it.
     *
     * @param body the octets that will be sent; empty for no body
     * @return the fields to set, in place of any the response has: Content-Digest if there is a body, Signature-Input,
     *     Signature
     * @throws SignatureRefusedException COMPONENT_NOT_COVERED if there is a body without Content-Type
     */
    public Map<String, String> sign(ResponseMessage message, byte[] body) {
        Map<String, String> digest = ProfileSigner.digestField(body, body.length > 0);
        ResponseMessage complete =
                new ResponseMessage(message.status(), message.fields().with(digest), message.request());
        List<ComponentIdentifier> covered = CoveredComponents.ofResponse(complete, body).stream()
                .filter(component ->
                        !component.has("req") || SignatureBase.fitsOneLine(SignatureBase.value(complete, component)))
                .toList();
        return signer.sign(complete, covered, digest);
    }
}
