package io.tongban.gateway.trust.idempotency;

import io.tongban.api.Headers;
import io.tongban.api.Patterns;
import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.signature.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One effect for one tenant: two of its people who use one key mean one effect.
 *
 * @param fingerprint SHA-256 over method, target, the counter that it comes from, and the digest of the body: what makes
 *     two requests the same
 */
@SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
record EffectKey(String tenant, String key, byte[] fingerprint) {
    /** Of Counter-Context, which is read strictly elsewhere: two that differ otherwise differ here. */
    private static final Pattern SESSION = Pattern.compile("session=\"[^\"]*\"");

    private static final Pattern VISIBLE = Pattern.compile(Patterns.IDEMPOTENCY_KEY);

    /** @throws ProblemException idempotency-key-missing, or header-invalid for a key of another form */
    static EffectKey of(String tenant, @Nullable String key, ReceivedRequest request) {
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
        return new EffectKey(tenant, key, fingerprint(request));
    }

    /** @param said in their order; none of them holds a line's end */
    static EffectKey ofForm(String tenant, String key, List<String> said) {
        return new EffectKey(
                tenant, key, sha256().digest(String.join("\n", said).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] fingerprint(ReceivedRequest request) {
        String head = request.message().method() + "\n" + request.target() + "\n";
        MessageDigest whole = sha256();
        whole.update(head.getBytes(StandardCharsets.UTF_8));
        // What another operator does is another thing, but not what the same one does after signing in again: the
        // bank's
        // session ends with a crash. Without a counter nothing is added.
        for (String counter : request.message().fields().values(Headers.COUNTER_CONTEXT)) {
            whole.update((SESSION.matcher(counter.strip()).replaceAll("") + "\n").getBytes(StandardCharsets.UTF_8));
        }
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
