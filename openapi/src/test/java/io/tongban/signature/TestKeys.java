package io.tongban.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Published test keys, good for nothing else: those of RFC 9421, Appendix B.1, and the examples of RFC 7517, RFC 8032
 * and RFC 8037.
 */
final class TestKeys {

    static final JsonNode JSON = read("/signature/keys.json");
    private static final Map<String, JWK> PARTNER = keys("partner");
    private static final Map<String, JWK> OTHER_PARTNER = keys("otherPartner");
    private static final Map<String, JWK> GATEWAY = keys("gateway");

    private static final KeyLookup OWN = KeyLookup.in(verifiers(PARTNER));

    /** What the gateway answers for a request of the partner. */
    static final KeyLookup PARTNERS =
            keyid -> OTHER_PARTNER.containsKey(keyid) ? new KeyAnswer.Foreign() : OWN.find(keyid);

    static final KeyLookup GATEWAYS = KeyLookup.in(verifiers(GATEWAY));

    private TestKeys() {}

    static JWK jwk(String keyid) {
        Map<String, JWK> all = new LinkedHashMap<>(PARTNER);
        all.putAll(OTHER_PARTNER);
        all.putAll(GATEWAY);
        return Objects.requireNonNull(all.get(keyid), keyid);
    }

    static Signer signer(String keyid) {
        return Signer.of(jwk(keyid));
    }

    static JsonNode read(String resource) {
        try (InputStream stream = TestKeys.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JWK parse(JsonNode key) {
        try {
            return JWK.parse(key.toString());
        } catch (ParseException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    private static Map<String, JWK> keys(String owner) {
        Map<String, JWK> keys = new LinkedHashMap<>();
        JSON.get(owner).forEach(key -> keys.put(key.get("kid").asText(), parse(key)));
        return keys;
    }

    private static Map<String, Verifier> verifiers(Map<String, JWK> keys) {
        return keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Verifier.of(entry.getValue())));
    }
}
