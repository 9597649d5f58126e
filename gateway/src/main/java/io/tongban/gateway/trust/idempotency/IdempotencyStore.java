package io.tongban.gateway.trust.idempotency;

import io.tongban.gateway.platform.config.Inserts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
     * @param held whether the first request still waits for a better answer
     */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Row(byte[] fingerprint, int status, byte[] body, boolean held) {}

    /** Claims the key for this transaction; waits while another transaction holds it, up to the lock time-out. */
    static boolean claim(Handle handle, EffectKey effect, Instant now) {
        return handle.createUpdate("""
                                INSERT INTO idempotency (client_id, key, fingerprint, created_at)
                                VALUES (:clientId, :key, :fingerprint, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("clientId", effect.tenant())
                        .bind("key", effect.key())
                        .bind("fingerprint", effect.fingerprint())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /**
     * The claim together with its answer, as the row on which all others of the change depend; waits as {@link #claim}
     * does.
     */
    static Inserts answered(EffectKey effect, int status, byte[] body, @Nullable Instant heldUntil, Instant now) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("effectClient", effect.tenant());
        row.put("effectKey", effect.key());
        row.put("fingerprint", effect.fingerprint());
        row.put("answerStatus", status);
        row.put("answerBody", body);
        row.put("heldUntil", heldUntil);
        row.put("claimedAt", now);
        return new Inserts().add("""
                INSERT INTO idempotency (client_id, key, fingerprint, status, body, held_until, created_at)
                SELECT :effectClient, :effectKey, :fingerprint, :answerStatus, :answerBody, :heldUntil::timestamptz,
                       :claimedAt::timestamptz FROM before
                ON CONFLICT DO NOTHING""", row);
    }

    /** @param heldUntil set if the answer is held for a better one; whoever repeats the request ends that */
    static void store(Handle handle, EffectKey effect, int status, byte[] body, @Nullable Instant heldUntil) {
        handle.createUpdate("""
                        UPDATE idempotency SET status = :status, body = :body, held_until = :heldUntil
                        WHERE client_id = :clientId AND key = :key
                        """)
                .bind("status", status)
                .bind("body", body)
                .bind("heldUntil", heldUntil)
                .bind("clientId", effect.tenant())
                .bind("key", effect.key())
                .execute();
    }

    /** @return false if the answer is not held any more */
    static boolean improve(Handle handle, EffectKey effect, int status, byte[] body) {
        return handle.createUpdate("""
                        UPDATE idempotency SET status = :status, body = :body, held_until = NULL
                        WHERE client_id = :clientId AND key = :key AND held_until IS NOT NULL
                        """)
                        .bind("status", status)
                        .bind("body", body)
                        .bind("clientId", effect.tenant())
                        .bind("key", effect.key())
                        .execute()
                == 1;
    }

    /**
     * Makes the answer that is held the last one: who held it may be gone.
     *
     * @return false if it is not held any more
     */
    static boolean fix(Handle handle, EffectKey effect) {
        return handle.createUpdate("""
                        UPDATE idempotency SET held_until = NULL
                        WHERE client_id = :clientId AND key = :key AND held_until IS NOT NULL
                        """)
                        .bind("clientId", effect.tenant())
                        .bind("key", effect.key())
                        .execute()
                == 1;
    }

    static Optional<Row> find(Handle handle, EffectKey effect) {
        return handle.createQuery("""
                        SELECT fingerprint, status, body, held_until IS NOT NULL AS held FROM idempotency
                        WHERE client_id = :clientId AND key = :key AND status IS NOT NULL
                        """)
                .bind("clientId", effect.tenant())
                .bind("key", effect.key())
                .map((row, context) -> new Row(
                        row.getBytes("fingerprint"),
                        row.getInt("status"),
                        row.getBytes("body"),
                        row.getBoolean("held")))
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
