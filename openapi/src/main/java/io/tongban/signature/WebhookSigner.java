package io.tongban.signature;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Signs the gateway's webhooks: a request with a body and without a token. Thread-safe. */
public final class WebhookSigner {

    private final ProfileSigner signer;

    public WebhookSigner(Signer signer, Clock clock) {
        this(signer, clock, Nonces::next);
    }

    WebhookSigner(Signer signer, Clock clock, Supplier<String> nonces) {
        this.signer = new ProfileSigner(signer, clock, nonces, Tags.WEBHOOK);
    }

    /**
     * Signs a webhook that already has its Content-Type.
     *
     * @param body the octets that will be sent
     * @return the fields to set: Content-Digest, Signature-Input, Signature
     * @throws SignatureRefusedException COMPONENT_NOT_COVERED if there is no Content-Type
     */
    public Map<String, String> sign(RequestMessage message, byte[] body) {
        Map<String, String> digest = ProfileSigner.digestField(body, true);
        return signer.sign(RequestSigner.withFields(message, digest), CoveredComponents.ofWebhook(), digest);
    }
}
