package io.tongban.gateway.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of idempotency. */
final class IdempotencyStore {
    private IdempotencyStore() {}

    /** A row of an earlier request; claims that are not committed are seen by nobody. */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Row(byte[] fingerprint, StoredAnswer answer) {}

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

    static void store(Handle handle, String clientId, String key, StoredAnswer answer) {
        handle.createUpdate("""
                        UPDATE idempotency SET status = :status, body = :body
                        WHERE client_id = :clientId AND key = :key
                        """)
                .bind("status", answer.status())
                .bind("body", answer.body())
                .bind("clientId", clientId)
                .bind("key", key)
                .execute();
    }

    static Optional<Row> find(Handle handle, EffectKey effect) {
        return handle.createQuery("""
                        SELECT fingerprint, status, body FROM idempotency
                        WHERE client_id = :clientId AND key = :key AND status IS NOT NULL
                        """)
                .bind("clientId", effect.clientId())
                .bind("key", effect.key())
                .map((row, context) -> new Row(
                        row.getBytes("fingerprint"),
                        new StoredAnswer(row.getInt("status"), row.getBytes("body"), true)))
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
