package io.tongban.signature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.jspecify.annotations.Nullable;

/** Content-Digest (RFC 9530) over the raw octets of a body. */
public final class ContentDigest {

    public static final String FIELD = "Content-Digest";

    private static final Map<String, String> KNOWN = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private ContentDigest() {}

    /** The value of the field for a body, such as {@code sha-256=:…:}. */
    public static String of(byte[] body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest("SHA-256", body)) + ":";
    }

    /**
     * Recomputes every digest of a known algorithm; others are skipped.
     *
     * @param lines the lines of the Content-Digest field, at least one
     * @throws SignatureRefusedException DIGEST_MALFORMED or DIGEST_MISMATCH
     */
    public static void check(List<String> lines, byte[] body) {
        boolean known = false;
        for (Map.Entry<String, ListElement<?>> member : dictionary(lines).entrySet()) {
            ByteBuffer claimed = octets(member.getValue());
            @Nullable String algorithm = KNOWN.get(member.getKey());
            if (algorithm != null) {
                known = true;
                if (!claimed.equals(ByteBuffer.wrap(digest(algorithm, body)))) {
                    throw new SignatureRefusedException(
                            SignatureFailure.DIGEST_MISMATCH,
                            "The " + member.getKey() + " digest is not that of the body received");
                }
            }
        }
        if (!known) {
            throw malformed("Content-Digest holds neither sha-256 nor sha-512");
        }
    }

    private static Map<String, ListElement<?>> dictionary(List<String> lines) {
        try {
            return StrictDictionary.parse(FIELD, lines).members();
        } catch (SignatureRefusedException notStrict) {
            throw malformed(notStrict.detail());
        }
    }

    private static ByteBuffer octets(ListElement<?> member) {
        if (member instanceof ByteSequenceItem octets) {
            return octets.get();
        }
        throw malformed("A member of Content-Digest is not a byte sequence");
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has " + algorithm, missing);
        }
    }

    private static SignatureRefusedException malformed(String detail) {
        return new SignatureRefusedException(SignatureFailure.DIGEST_MALFORMED, detail);
    }
}
