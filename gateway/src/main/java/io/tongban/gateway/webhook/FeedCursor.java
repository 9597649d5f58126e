package io.tongban.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * How far a partner has read. Written as base64url of: 8 bytes of SHA-256 over the client · position · milliseconds of
 * the time that it began with. It is no secret: whoever makes one up sees events of the same partner.
 *
 * @param since events before it are passed over
 */
record FeedCursor(long position, Instant since) {
    static final int BINDING_BYTES = 8;
    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int BYTES = BINDING_BYTES + 2 * Long.BYTES;

    String write(String clientId) {
        byte[] all = ByteBuffer.allocate(BYTES)
                .put(binding("events\n" + clientId))
                .putLong(position)
                .putLong(since.toEpochMilli())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws ProblemException cursor-invalid if it is none of ours, or of another partner */
    static FeedCursor read(String written, String clientId) {
        byte[] all = decoded(written);
        if (all.length != BYTES || !Arrays.equals(Arrays.copyOf(all, BINDING_BYTES), binding("events\n" + clientId))) {
            throw invalid();
        }
        long position = ByteBuffer.wrap(all).getLong(BINDING_BYTES);
        long millis = ByteBuffer.wrap(all).getLong(BINDING_BYTES + Long.BYTES);
        if (position < 0 || millis < 0 || millis > LAST.toEpochMilli()) {
            throw invalid();
        }
        return new FeedCursor(position, Instant.ofEpochMilli(millis));
    }

    FeedCursor at(long other) {
        return new FeedCursor(other, since);
    }

    static byte[] decoded(String written) {
        try {
            return Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    static byte[] binding(String owner) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(owner.getBytes(UTF_8));
            return Arrays.copyOf(hash, BINDING_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is not available", missing);
        }
    }

    static ProblemException invalid() {
        return new ProblemException(ProblemType.CURSOR_INVALID).inParameter("after");
    }
}
