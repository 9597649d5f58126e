package io.tongban.gateway.trust.partner;

import static java.util.Objects.requireNonNullElse;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.signature.KeyValidity;
import io.tongban.signature.PublicJwk;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a key set (RFC 7517) before it is let into the register. */
final class PartnerKeySet {
    static final String POINTER = "/jwks";

    private static final int MOST = 10;
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._:~-]{1,100}");

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

    static ProblemException refused(String why) {
        return new ProblemException(ProblemType.KEYS_INVALID, why, POINTER);
    }

    private static JWK key(Object entry, Instant now) {
        Map<String, Object> json = members(entry);
        if (!(json.get("kid") instanceof String kid) || !KID.matcher(kid).matches()) {
            throw refused("Each key has a kid of 1 to 100 characters out of A-Z a-z 0-9 . _ : ~ -");
        }
        JWK key;
        try {
            key = PublicJwk.parse(json);
            PublicJwk.requireBare(json);
        } catch (IllegalArgumentException unusable) {
            throw refused(requireNonNullElse(unusable.getMessage(), "A key cannot verify signatures"));
        }
        if (KeyValidity.of(key).isOver(now)) {
            throw refused("A key's exp has passed");
        }
        return key;
    }

    private static Map<String, Object> members(Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw refused("This is no JWK Set");
        }
        Map<String, Object> members = new HashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
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
