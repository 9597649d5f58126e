package io.tongban.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongban.gateway.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * How far an endpoint was filled in: a time alone would never get past many events of one instant. Written as base64url
 * of: 8 bytes of SHA-256 over client and endpoint · microseconds of the last event · its id. It is no secret.
 */
final class RedeliveryCursor {
    private static final int HEAD_BYTES = FeedCursor.BINDING_BYTES + Long.BYTES;
    private static final long MICROS = 1_000_000;

    private RedeliveryCursor() {}

    static String write(EventStore.Known last, String clientId, String endpointId) {
        byte[] id = last.id().getBytes(UTF_8);
        byte[] all = ByteBuffer.allocate(HEAD_BYTES + id.length)
                .put(binding(clientId, endpointId))
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt()))
                .put(id)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws ProblemException cursor-invalid if it is none of ours, or of another endpoint */
    static EventStore.Known read(String written, String clientId, String endpointId) {
        byte[] all = FeedCursor.decoded(written);
        if (all.length <= HEAD_BYTES
                || !Arrays.equals(Arrays.copyOf(all, FeedCursor.BINDING_BYTES), binding(clientId, endpointId))) {
            throw FeedCursor.invalid();
        }
        long micros = ByteBuffer.wrap(all).getLong(FeedCursor.BINDING_BYTES);
        String id = new String(all, HEAD_BYTES, all.length - HEAD_BYTES, UTF_8);
        if (micros < 0 || micros > FeedCursor.LAST.getEpochSecond() * MICROS || id.indexOf('\0') >= 0) {
            throw FeedCursor.invalid();
        }
        return new EventStore.Known(id, Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static byte[] binding(String clientId, String endpointId) {
        return FeedCursor.binding("redelivery\n" + clientId + "\n" + endpointId);
    }
}
