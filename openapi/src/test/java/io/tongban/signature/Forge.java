package io.tongban.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Signs like the profile's signers, but lets a test depart from the profile at one point, with a signature that holds. */
final class Forge {

    static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

    private final HttpMessage message;
    private final List<ComponentIdentifier> components;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String label = "sig";
    private Signer signer;
    private UnaryOperator<String> base = UnaryOperator.identity();

    private Forge(
            HttpMessage message, List<ComponentIdentifier> components, String keyid, String tag, String nonceSeed) {
        this.message = message;
        this.components = new ArrayList<>(components);
        this.signer = RecordedSigner.of(keyid);
        parameters.put("created", NOW.getEpochSecond());
        parameters.put("keyid", keyid);
        parameters.put("alg", signer.algorithm().wireName());
        parameters.put("nonce", nonce(nonceSeed));
        parameters.put("tag", tag);
    }

    /** The request must have its Content-Digest. */
    static Forge request(String name, VectorRequest request) {
        List<ComponentIdentifier> covered = CoveredComponents.ofRequest(request.message(), request.octets());
        return new Forge(request.message(), covered, "partner-ed25519", Tags.REQUEST, name);
    }

    static Forge webhook(String name, VectorRequest request) {
        return new Forge(request.message(), CoveredComponents.ofWebhook(), "gateway-ed25519", Tags.WEBHOOK, name);
    }

    static Forge response(String name, VectorResponse response, VectorRequest request) {
        ResponseMessage message = response.message(request);
        List<ComponentIdentifier> covered = CoveredComponents.ofResponse(message, response.octets());
        return new Forge(message, covered, "gateway-ed25519", Tags.RESPONSE, name);
    }

    Forge covering(ComponentIdentifier... more) {
        components.addAll(Arrays.asList(more));
        return this;
    }

    Forge notCovering(ComponentIdentifier component) {
        components.remove(component);
        return this;
    }

    Forge set(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    Forge created(Duration afterNow) {
        return set("created", NOW.plus(afterNow).getEpochSecond());
    }

    Forge drop(String parameter) {
        parameters.remove(parameter);
        return this;
    }

    Forge label(String other) {
        label = other;
        return this;
    }

    /** Another key signs, while keyid and alg stay. */
    Forge signedBy(String keyid) {
        signer = RecordedSigner.of(keyid);
        return this;
    }

    /** The signer builds another base than the RFC's. */
    Forge base(UnaryOperator<String> change) {
        base = change;
        return this;
    }

    /** Signature-Input and Signature. */
    Map<String, String> fields() {
        SignatureParameters signed = SignatureParameters.of(components, parameters);
        String text = base.apply(SignatureBase.of(message, signed).text());
        byte[] signature = signer.sign(new SignatureBase(text).bytes());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Signature-Input", label + "=" + signed.serialized());
        fields.put("Signature", label + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
        return fields;
    }

    /** 128 bits that look random and are the same each time. */
    static String nonce(String seed) {
        byte[] digest = Base64.getDecoder()
                .decode(ContentDigest.of(seed.getBytes(UTF_8)).split(":")[1]);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }
}
