package io.tongban.signature;

import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the three signers share: the parameters of the profile, and the fields that carry a signature. */
final class ProfileSigner {

    static final String LABEL = "sig";

    private final Signer signer;
    private final Clock clock;
    private final Supplier<String> nonces;
    private final String tag;
    private final String label;

    ProfileSigner(Signer signer, Clock clock, Supplier<String> nonces, String tag) {
        this(signer, clock, nonces, tag, LABEL);
    }

    ProfileSigner(Signer signer, Clock clock, Supplier<String> nonces, String tag, String label) {
        this.signer = signer;
        this.clock = clock;
        this.nonces = nonces;
        this.tag = tag;
        this.label = label;
    }

    /** The field that has to be set, and covered, before the message is signed. */
    static Map<String, String> digestField(byte[] body, boolean covered) {
        return covered ? Map.of(ContentDigest.FIELD, ContentDigest.of(body)) : Map.of();
    }

    /** Signs a message that already has its digest; answers all fields to set, in a sensible order. */
    Map<String, String> sign(HttpMessage message, List<ComponentIdentifier> covered, Map<String, String> digest) {
        SignatureParameters parameters = parameters(covered);
        byte[] signature = signer.sign(SignatureBase.of(message, parameters).bytes());
        Map<String, String> fields = new LinkedHashMap<>(digest);
        fields.put("Signature-Input", label + "=" + parameters.serialized());
        fields.put("Signature", label + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
        return Collections.unmodifiableMap(fields);
    }

    private SignatureParameters parameters(List<ComponentIdentifier> covered) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("created", clock.instant().getEpochSecond());
        values.put("keyid", signer.keyId());
        values.put("alg", signer.algorithm().wireName());
        values.put("nonce", nonces.get());
        values.put("tag", tag);
        return SignatureParameters.of(covered, values);
    }
}
