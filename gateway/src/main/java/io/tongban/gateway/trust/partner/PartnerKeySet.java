package io.tongban.gateway.trust.partner;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a key set (RFC 7517) before it is let into the register. */
final class PartnerKeySet {
    static final String POINTER = "/jwks";

    private static final int MOST = 10;

    private PartnerKeySet() {}

    /**
     * Reads a key set: 1 to 10 public keys for signing, P-256, Ed25519 or RSA of at least 2048 bits, each another one
     * with a kid of its own.
     *
     * @throws ProblemException keys-invalid, with what is wrong
     */
    static JWKSet parse(Map<String, Object> json, Instant now) {
        if (!(json.get("keys") instanceof List<?> entries)) {
            throw refused("This is no JWK Set");
        }
        if (entries.isEmpty() || entries.size() > MOST) {
            throw refused("A key set has 1 to 10 keys");
        }
        List<JWK> keys = entries.stream().map(entry -> key(entry, now)).toList();
        requireDistinct(keys);
        return new JWKSet(keys);
    }

    /**
     * Whole, its exp included: else the set could be left with keys that nobody holds a minute later.
     *
     * @throws ProblemException agency-signing-key-removed
     */
    static void requireKept(JWKSet before, JWKSet after, String kid) {
        JWK signing = before.getKeyByKeyId(kid);
        if (signing == null || !signing.equals(after.getKeyByKeyId(kid))) {
            throw new ProblemException(ProblemType.AGENCY_SIGNING_KEY_REMOVED, null, POINTER);
        }
    }

    static ProblemException refused(String why) {
        return RegistrableKey.refused(why, POINTER);
    }

    private static JWK key(Object entry, Instant now) {
        if (!(entry instanceof Map<?, ?> members)) {
            throw refused("This is no JWK Set");
        }
        return RegistrableKey.parse(members, now, POINTER);
    }

    private static void requireDistinct(List<JWK> keys) {
        Set<String> kids = new HashSet<>();
        Set<Map<String, ?>> parts = new HashSet<>();
        for (JWK key : keys) {
            if (!kids.add(key.getKeyID())) {
                throw refused("A kid stands twice");
            }
            if (!parts.add(Map.copyOf(key.getRequiredParams()))) {
                throw refused("A key stands twice, under two kids");
            }
        }
    }
}
