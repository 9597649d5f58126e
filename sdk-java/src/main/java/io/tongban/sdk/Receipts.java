package io.tongban.sdk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tongban.sdk.error.CallInfo;
import io.tongban.sdk.error.UnreadableAnswerException;
import io.tongban.sdk.error.UntrustedDocumentException;
import io.tongban.sdk.internal.call.Given;
import io.tongban.sdk.internal.json.Json;
import io.tongban.signature.KeyAnswer;
import io.tongban.signature.KeyLookup;
import io.tongban.signature.SignatureAlgorithm;
import io.tongban.signature.SignatureFailure;
import io.tongban.signature.Verifier;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies receipts, without network if the keys are at hand. */
public final class Receipts {
    private static final CallInfo CALL = CallInfo.local("receipt");
    private static final int MAX_LENGTH = 64 * 1024;
    private static final Pattern COMPACT = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final Map<SignatureAlgorithm, String> JWS_NAMES = Map.of(
            SignatureAlgorithm.ECDSA_P256_SHA256, "ES256",
            SignatureAlgorithm.ED25519, "EdDSA",
            SignatureAlgorithm.RSA_PSS_SHA512, "PS512");

    private Receipts() {}

    /**
     * Verifies a receipt and only then reads it. The algorithm is the key's (ES256, EdDSA or PS512), never the one that
     * the header asks for.
     *
     * @param jws compact JWS (RFC 7515), as in {@code Receipt}
     * @param keys the gateway's, of the day of the receipt or later
     * @throws UntrustedDocumentException if the gateway did not sign it
     * @throws UnreadableAnswerException if it did, but not as a receipt
     */
    public static VerifiedReceipt verify(String jws, KeyLookup keys) {
        var unused = Given.value(keys, "keys");
        Matcher parts = COMPACT.matcher(jws.length() > MAX_LENGTH ? "" : jws);
        if (!parts.matches()) {
            throw untrusted(SignatureFailure.MALFORMED);
        }
        Map<?, ?> header =
                Json.read(decoded(parts.group(1)), Map.class).orElseThrow(() -> untrusted(SignatureFailure.MALFORMED));
        if (header.containsKey("crit") || !"tongban-receipt+jwt".equals(header.get("typ"))) {
            throw untrusted(SignatureFailure.TAG_WRONG);
        }
        Verifier verifier = verifier(header, keys);
        byte[] input = (parts.group(1) + "." + parts.group(2)).getBytes(US_ASCII);
        if (!verifier.verify(input, decoded(parts.group(3)))) {
            throw untrusted(SignatureFailure.INVALID);
        }
        VerifiedReceipt receipt = Json.read(decoded(parts.group(2)), VerifiedReceipt.class)
                .orElseThrow(() -> new UnreadableAnswerException(CALL, "its claims are not a receipt's"));
        // A receipt outlives its key, but was signed while the key was good.
        if (!verifier.validity().coversSecond(receipt.issuedAt())) {
            throw untrusted(SignatureFailure.KEY_UNKNOWN);
        }
        return receipt;
    }

    private static Verifier verifier(Map<?, ?> header, KeyLookup keys) {
        if (!(header.get("kid") instanceof String kid) || !(keys.find(kid) instanceof KeyAnswer.Found found)) {
            throw untrusted(SignatureFailure.KEY_UNKNOWN);
        }
        String expected = JWS_NAMES.get(found.verifier().algorithm());
        if (expected == null || !expected.equals(header.get("alg"))) {
            throw untrusted(SignatureFailure.ALGORITHM_MISMATCH);
        }
        return found.verifier();
    }

    private static byte[] decoded(String base64url) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException notBase64) {
            throw untrusted(SignatureFailure.MALFORMED);
        }
        // The last character has bits that nobody reads: without this one receipt could be written in several ways.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(base64url)) {
            throw untrusted(SignatureFailure.MALFORMED);
        }
        return octets;
    }

    private static UntrustedDocumentException untrusted(SignatureFailure reason) {
        return new UntrustedDocumentException(CALL, reason, "");
    }
}
