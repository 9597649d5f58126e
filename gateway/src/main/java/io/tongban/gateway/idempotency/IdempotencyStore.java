package io.tongban.gateway.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of idempotency. */
final class IdempotencyStore {
    private IdempotencyStore() {}

    /**
     * A row of an earlier request; claims that are not committed are seen by nobody.
     *
     * @param body encrypted
     */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Row(byte[] fingerprint, int status, byte[] body) {}

    /** Claims the key for this transaction; waits while another transaction holds it, up to the lock time-out. */
    static boolean claim(Handle handle, EffectKey effect, Instant now) {
        return handle.createUpdate("""
                                INSERT INTO idempotency (client_id, key, fingerprint, created_at)
                                VALUES (:clientId, :key, :fingerprint, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("clientId", effect.clientId())
                        .bind("key", effect.key())
                        .bind("fingerprint", effect.fingerprint())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static void store(
            Handle handle, String clientId, String key, int status, byte[] body, @Nullable Instant heldUntil) {
        handle.createUpdate("""
                        UPDATE idempotency SET status = :status, body = :body, held_until = :heldUntil
                        WHERE client_id = :clientId AND key = :key
                        """)
                .bind("status", status)
                .bind("body", body)
                .bind("heldUntil", heldUntil)
                .bind("clientId", clientId)
                .bind("key", key)
                .execute();
    }

    static Optional<Row> find(Handle handle, EffectKey effect, Instant now) {
        return handle.createQuery("""
                        SELECT fingerprint, status, body FROM idempotency
                        WHERE client_id = :clientId AND key = :key AND status IS NOT NULL
                          AND (held_until IS NULL OR held_until <= :now)
                        """)
                .bind("clientId", effect.clientId())
                .bind("key", effect.key())
                .bind("now", now)
                .map((row, context) -> new Row(row.getBytes("fingerprint"), row.getInt("status"), row.getBytes("body")))
                .findOne();
    }

    /** Removes at most so many rows older than that. */
    static int removeBefore(Handle handle, Instant end, int most) {
        return handle.createUpdate("""
                        DELETE FROM idempotency WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM idempotency WHERE created_at < :end
                            ORDER BY created_at LIMIT :most FOR UPDATE SKIP LOCKED))
                        """).bind("end", end).bind("most", most).execute();
    }
}
