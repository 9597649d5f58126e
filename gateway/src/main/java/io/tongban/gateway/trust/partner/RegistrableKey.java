package io.tongban.gateway.trust.partner;

import static java.util.Objects.requireNonNullElse;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.signature.KeyValidity;
import io.tongban.signature.PublicJwk;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks one public key before it is let into a register, a partner's or an operator's. */
public final class RegistrableKey {
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._:~-]{1,100}");

    private RegistrableKey() {}

    /**
     * Reads a public key for signing with its kid: P-256, Ed25519 or RSA of at least 2048 bits.
     *
     * @param json a JWK as JSON was parsed
     * @param pointer of the field that it stands in
     * @throws ProblemException keys-invalid, with what is wrong
     */
    public static JWK parse(Map<?, ?> json, Instant now, String pointer) {
        Map<String, Object> members = new HashMap<>();
        json.forEach((name, value) -> members.put(String.valueOf(name), value));
        if (!(members.get("kid") instanceof String kid) || !KID.matcher(kid).matches()) {
            throw refused("Each key has a kid of 1 to 100 characters out of A-Z a-z 0-9 . _ : ~ -", pointer);
        }
        JWK key;
        try {
            key = PublicJwk.parse(members);
            PublicJwk.requireBare(members);
        } catch (IllegalArgumentException unusable) {
            throw refused(requireNonNullElse(unusable.getMessage(), "A key cannot verify signatures"), pointer);
        }
        if (KeyValidity.of(key).isOver(now)) {
            throw refused("A key's exp has passed", pointer);
        }
        return key;
    }

    static ProblemException refused(String why, String pointer) {
        return new ProblemException(ProblemType.KEYS_INVALID, why, pointer);
    }
}
