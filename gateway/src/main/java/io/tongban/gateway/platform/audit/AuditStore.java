package io.tongban.gateway.platform.audit;

import io.tongban.gateway.platform.config.Inserts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the log; the table's triggers allow nothing but to append, and to seal once. */
final class AuditStore {
    /** Of the sealer, over all nodes: the octets of "audit". */
    private static final long SEALER_LOCK = 0x6175646974L;

    private static final int FETCH = 1000;

    void insert(Handle handle, AuditEntry entry, Instant at, String facts) {
        handle.createUpdate("""
                        insert into audit (at, actor, action, subject_id, facts)
                        values (:at, :actor, :action, :subject, :facts)
                        """)
                .bind("at", at)
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subjectId())
                .bind("facts", facts)
                .execute();
    }

    /** As {@link #insert}, with the rows of others. */
    static void add(Inserts rows, AuditEntry entry, Instant at, String facts) {
        rows.add(
                """
                INSERT INTO audit (at, actor, action, subject_id, facts)
                SELECT :auditedAt::timestamptz, :actor, :action, :auditSubject, :facts FROM before""",
                Map.of(
                        "auditedAt", at,
                        "actor", entry.actor(),
                        "action", entry.action(),
                        "auditSubject", entry.subjectId(),
                        "facts", facts));
    }

    /** Until the transaction ends; false if another node seals now. */
    boolean lockSealer(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", SEALER_LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    ChainLink head(Handle handle) {
        return handle.createQuery(
                        "select position, hash from audit where position is not null order by position desc limit 1")
                .map((row, context) -> new ChainLink(row.getLong("position"), row.getString("hash")))
                .findOne()
                .orElse(ChainLink.NONE);
    }

    List<AuditRecord> unsealed(Handle handle, int atMost) {
        return handle.createQuery("""
                        select id, at, actor, action, subject_id, facts from audit
                         where position is null order by id limit :atMost
                        """)
                .bind("atMost", atMost)
                .map((row, context) -> AuditRecord.of(row))
                .list();
    }

    /** Fails on a row that is sealed already, by the table's trigger. */
    void seal(Handle handle, List<Sealed> rows) {
        try (PreparedBatch batch = handle.prepareBatch(
                "update audit set position = :position, previous_hash = :previous, hash = :hash where id = :id")) {
            for (Sealed row : rows) {
                batch.bind("position", row.link().position())
                        .bind("previous", row.previousHash())
                        .bind("hash", row.link().hash())
                        .bind("id", row.content().id())
                        .add();
            }
            batch.execute();
        }
    }

    /** From the first position on, a part at a time; needs an open transaction, and is to be closed. */
    ResultIterator<Sealed> walk(Handle handle) {
        return handle.createQuery("""
                        select id, at, actor, action, subject_id, facts, position, previous_hash, hash from audit
                         where position is not null order by position
                        """)
                .setFetchSize(FETCH)
                .map((row, context) -> new Sealed(
                        AuditRecord.of(row),
                        row.getString("previous_hash"),
                        new ChainLink(row.getLong("position"), row.getString("hash"))))
                .iterator();
    }

    long countUnsealed(Handle handle) {
        return handle.createQuery("select count(*) from audit where position is null")
                .mapTo(Long.class)
                .one();
    }

    /** A row with its place in the chain. */
    record Sealed(AuditRecord content, String previousHash, ChainLink link) {}
}
