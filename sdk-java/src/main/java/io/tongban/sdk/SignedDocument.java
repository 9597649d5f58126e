package io.tongban.sdk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tongban.api.internal.Given;
import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.internal.json.Json;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.SignatureAlgorithm;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verifier;
import java.util.Base64;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the gateway stands for, as a compact JWS (RFC 7515) of one type. The algorithm is the key's (ES256, EdDSA or PS512),
 * never the one that the header asks for.
 *
 * @param name of such a document, for errors
 * @param type as in the header's {@code typ}
 * @param issuedAt seconds since the epoch
 */
record SignedDocument<T>(String name, String type, Class<T> claims, ToLongFunction<T> issuedAt) {
    private static final int MAX_LENGTH = 64 * 1024;
    private static final Pattern COMPACT = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final Map<SignatureAlgorithm, String> JWS_NAMES = Map.of(
            SignatureAlgorithm.ECDSA_P256_SHA256, "ES256",
            SignatureAlgorithm.ED25519, "EdDSA",
            SignatureAlgorithm.RSA_PSS_SHA512, "PS512");

    /**
     * Verifies it and only then reads it.
     *
     * @throws UntrustedDocumentException if the gateway did not sign it
     * @throws UnreadableAnswerException if it did, but not as such a document
     */
    T verified(String jws, KeyLookup keys) {
        var unused = Given.value(keys, "keys");
        Matcher parts = COMPACT.matcher(Given.value(jws, "jws").length() > MAX_LENGTH ? "" : jws);
        if (!parts.matches()) {
            throw untrusted(SignatureFailure.MALFORMED);
        }
        Map<?, ?> header =
                Json.read(decoded(parts.group(1)), Map.class).orElseThrow(() -> untrusted(SignatureFailure.MALFORMED));
        if (header.containsKey("crit") || !type.equals(header.get("typ"))) {
            throw untrusted(SignatureFailure.TAG_WRONG);
        }
        Verifier verifier = verifier(header, keys);
        byte[] input = (parts.group(1) + "." + parts.group(2)).getBytes(US_ASCII);
        if (!verifier.verify(input, decoded(parts.group(3)))) {
            throw untrusted(SignatureFailure.INVALID);
        }
        T read = Json.read(decoded(parts.group(2)), claims)
                .orElseThrow(() ->
                        new UnreadableAnswerException(CallInfo.local(name), "its claims are not a " + name + "'s"));
        // A document outlives its key, but was signed while the key was good.
        if (!verifier.validity().coversSecond(issuedAt.applyAsLong(read))) {
            throw untrusted(SignatureFailure.KEY_UNKNOWN);
        }
        return read;
    }

    private Verifier verifier(Map<?, ?> header, KeyLookup keys) {
        if (!(header.get("kid") instanceof String kid) || !(keys.find(kid) instanceof KeyAnswer.Found found)) {
            throw untrusted(SignatureFailure.KEY_UNKNOWN);
        }
        String expected = JWS_NAMES.get(found.verifier().algorithm());
        if (expected == null || !expected.equals(header.get("alg"))) {
            throw untrusted(SignatureFailure.ALGORITHM_MISMATCH);
        }
        return found.verifier();
    }

    private byte[] decoded(String base64url) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException notBase64) {
            throw untrusted(SignatureFailure.MALFORMED);
        }
        // The last character has bits that nobody reads: without this one document could be written in several ways.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(base64url)) {
            throw untrusted(SignatureFailure.MALFORMED);
        }
        return octets;
    }

    private UntrustedDocumentException untrusted(SignatureFailure reason) {
        return new UntrustedDocumentException(CallInfo.local(name), reason, "");
    }
}
