package io.tongban.sdk.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tongban.api.internal.Given;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.PublicJwk;
import io.tongban.signature.Verifier;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway's public keys at one moment. Immutable; keep its JSON with your receipts to verify them for ever. */
public final class GatewayKeys implements KeyLookup {
    private final Map<String, Verifier> verifiers;
    private final KeyLookup lookup;

    private GatewayKeys(Map<String, Verifier> verifiers) {
        this.verifiers = Map.copyOf(verifiers);
        this.lookup = KeyLookup.in(this.verifiers);
    }

    /**
     * A JWK Set (RFC 7517) as published at {@code /.well-known/jwks.json}. Keys without {@code kid}, and kinds of keys
     * that this version does not know, are left out.
     *
     * @throws IllegalArgumentException if it is no JWK Set
     */
    public static GatewayKeys parse(String jwks) {
        Map<String, Verifier> verifiers = new HashMap<>();
        try {
            // Key by key: one of a kind that this version does not know must not take the others with it.
            if (!(JSONObjectUtils.parse(Given.value(jwks, "jwks")).get("keys") instanceof List<?> keys)) {
                throw new IllegalArgumentException("Not a JWK Set");
            }
            keys.forEach(key -> add(verifiers, key));
        } catch (ParseException notASet) {
            throw new IllegalArgumentException("Not a JWK Set");
        }
        return new GatewayKeys(verifiers);
    }

    private static void add(Map<String, Verifier> verifiers, Object published) {
        Map<String, Object> members = new HashMap<>();
        if (published instanceof Map<?, ?> object) {
            object.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        try {
            JWK key = PublicJwk.parse(members);
            if (key.getKeyID() != null) {
                verifiers.put(key.getKeyID(), Verifier.of(key));
            }
        } catch (RuntimeException ofAnUnknownKind) {
            // A newer gateway may have keys that this version cannot use.
        }
    }

    @Override
    public KeyAnswer find(String keyid) {
        return lookup.find(Given.value(keyid, "keyid"));
    }

    /** Number of usable keys. */
    public int size() {
        return verifiers.size();
    }

    @Override
    public String toString() {
        return "GatewayKeys" + verifiers.keySet();
    }
}
