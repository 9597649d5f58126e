package io.tongban.gateway.contribution.withholding;

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
 * Where a page ended, bound to the filters of its listing. Written as base64url of: the first 8 bytes of SHA-256 over
 * client and filters · milliseconds of {@code acceptedAt} · id. It is no secret: whoever makes one up sees the same rows
 * of the same partner.
 */
record Cursor(Instant acceptedAt, String id) {
    private static final int BINDING_BYTES = 8;
    private static final int HEAD_BYTES = BINDING_BYTES + Long.BYTES;
    private static final int MOST_CHARACTERS = 200;

    static Cursor after(WithholdingRecord last) {
        return new Cursor(last.acceptedAt(), last.id());
    }

    String write(String clientId, ListFilter filter) {
        byte[] idBytes = id.getBytes(UTF_8);
        byte[] all = ByteBuffer.allocate(HEAD_BYTES + idBytes.length)
                .put(binding(clientId, filter))
                .putLong(acceptedAt.toEpochMilli())
                .put(idBytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws ProblemException cursor-invalid if it is none of ours, or of another listing */
    static Cursor read(String written, String clientId, ListFilter filter) {
        byte[] all = decode(written);
        if (all.length <= HEAD_BYTES || !Arrays.equals(Arrays.copyOf(all, BINDING_BYTES), binding(clientId, filter))) {
            throw invalid();
        }
        long millis = ByteBuffer.wrap(all).getLong(BINDING_BYTES);
        String id = new String(all, HEAD_BYTES, all.length - HEAD_BYTES, UTF_8);
        if (millis < 0 || millis > Instant.parse("9999-12-31T00:00:00Z").toEpochMilli() || id.indexOf('\0') >= 0) {
            throw invalid();
        }
        return new Cursor(Instant.ofEpochMilli(millis), id);
    }

    private static byte[] decode(String written) {
        try {
            return written.length() > MOST_CHARACTERS
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static byte[] binding(String clientId, ListFilter filter) {
        String text = String.join(
                "\n",
                clientId,
                String.valueOf(filter.workerId()),
                String.valueOf(filter.reference()),
                String.valueOf(filter.period()),
                String.valueOf(filter.state()));
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), BINDING_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(ProblemType.CURSOR_INVALID);
    }
}
