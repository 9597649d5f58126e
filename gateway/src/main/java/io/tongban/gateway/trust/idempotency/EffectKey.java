package io.tongban.gateway.trust.idempotency;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One effect of one caller.
 *
 * @param fingerprint SHA-256 over method, target and the digest of the body: what makes two requests the same
 */
@SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
record EffectKey(String clientId, String key, byte[] fingerprint) {
    private static final Pattern VISIBLE = Pattern.compile(Patterns.IDEMPOTENCY_KEY);

    /** @throws ProblemException idempotency-key-missing, or header-invalid for a key of another form */
    static EffectKey of(String clientId, @Nullable String key, ReceivedRequest request) {
        if (key == null) {
            throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_MISSING).inParameter(Headers.IDEMPOTENCY_KEY);
        }
        if (request.message().fields().values("idempotency-key").size() > 1
                || !VISIBLE.matcher(key).matches()) {
            throw new ProblemException(
                            ProblemType.HEADER_INVALID,
                            "Idempotency-Key is one value of 1 to 64 visible ASCII characters")
                    .inParameter(Headers.IDEMPOTENCY_KEY);
        }
        return new EffectKey(clientId, key, fingerprint(request));
    }

    private static byte[] fingerprint(ReceivedRequest request) {
        String head = request.message().method() + "\n" + request.target() + "\n";
        MessageDigest whole = sha256();
        whole.update(head.getBytes(StandardCharsets.UTF_8));
        return whole.digest(sha256().digest(request.body()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean sameRequestAs(byte[] otherFingerprint) {
        return MessageDigest.isEqual(fingerprint, otherFingerprint);
    }
}
