package io.tongban.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a public key of somebody else is read. A JWK library drops what it does not know and corrects
 * what it can, so that two readers of one text can hold two keys; here the text itself is judged (RFC 7517, 7518, 8037).
 */
public final class PublicJwk {

    private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final Set<String> CERTIFICATES = Set.of("x5u", "x5c", "x5t", "x5t#S256");
    private static final Set<String> COMMON = Set.of("kty", "kid", "use", "key_ops", "alg", "exp", "nbf", "iat");
    private static final Map<String, Set<String>> OF_KIND =
            Map.of("EC", Set.of("crv", "x", "y"), "OKP", Set.of("crv", "x"), "RSA", Set.of("n", "e"));
    private static final Map<String, Integer> OCTETS = Map.of("EC", 32, "OKP", 32);
    private static final List<String> TIMES = List.of("exp", "nbf", "iat");
    private static final long YEAR_10000 = 253_402_300_800L;

    private PublicJwk() {}

    /**
     * Reads one key.
     *
     * @param json the JWK as JSON was parsed
     * @throws IllegalArgumentException if it is not the public key of a P-256, Ed25519 or RSA key that is meant for
     *     signatures and fit for them; the message quotes nothing of it
     */
    public static JWK parse(Map<String, Object> json) {
        if (json.keySet().stream().anyMatch(PRIVATE_MEMBERS::contains)) {
            throw new IllegalArgumentException("A private key was sent: consider it lost, and make a new one");
        }
        String kind = json.get("kty") instanceof String kty ? kty : "";
        Set<String> own = OF_KIND.get(kind);
        if (own == null) {
            throw new IllegalArgumentException("Keys are P-256, Ed25519 or RSA of at least 2048 bits");
        }
        for (String member : own) {
            if (!member.equals("crv")) {
                requireCanonical(member, json.get(member), OCTETS.getOrDefault(kind, 0));
            }
        }
        TIMES.forEach(time -> requireTime(time, json.get(time)));
        return parsed(json);
    }

    /**
     * Requires that a key brings nothing that would be taken without being looked at: certificates, which nobody here
     * verifies, and members that this version does not know. For keys that are let into a register; whoever reads
     * another's published keys ignores such members, as RFC 7517 has it.
     *
     * @throws IllegalArgumentException if there is such a member
     */
    public static void requireBare(Map<String, Object> json) {
        if (json.keySet().stream().anyMatch(CERTIFICATES::contains)) {
            throw new IllegalArgumentException("Keys are taken without certificates: leave out the x5 members");
        }
        Set<String> own = OF_KIND.getOrDefault(String.valueOf(json.get("kty")), Set.of());
        if (!json.keySet().stream().allMatch(member -> COMMON.contains(member) || own.contains(member))) {
            throw new IllegalArgumentException("A key has a member that is not of its kind");
        }
    }

    /** Names a key by what it is, whatever kid it bears: RFC 7638 with SHA-256, base64url. */
    public static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static JWK parsed(Map<String, Object> json) {
        try {
            JWK key = JWK.parse(json);
            Verifier.of(key);
            return key;
        } catch (ParseException notAKey) {
            // Without the parser's message: it may quote the key.
            throw new IllegalArgumentException("This is no JWK, or its point is not on its curve");
        }
    }

    /** Base64url can say one number in many ways: with blanks, with leading zeros, with bits that nobody reads. */
    private static void requireCanonical(String member, @Nullable Object value, int length) {
        byte[] octets = value instanceof String text && text.length() <= 2048 ? decoded(text) : new byte[0];
        boolean canonical = octets.length > 0
                && Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(octets)
                        .equals(value)
                && (length == 0 ? octets[0] != 0 : octets.length == length);
        if (!canonical) {
            throw new IllegalArgumentException("A key's " + member + " must be base64url without padding, "
                    + (length == 0 ? "without leading zeros" : length + " octets long"));
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static void requireTime(String member, @Nullable Object value) {
        boolean whole = value instanceof Integer || value instanceof Long;
        if (value != null
                && !(whole && ((Number) value).longValue() >= 0 && ((Number) value).longValue() < YEAR_10000)) {
            throw new IllegalArgumentException("A key's " + member + " must be whole seconds since 1970");
        }
    }
}
