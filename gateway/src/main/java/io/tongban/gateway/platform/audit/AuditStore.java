package io.tongban.gateway.platform.audit;

import io.tongban.gateway.platform.config.Inserts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Rows of the log; the table's triggers allow nothing but to append, and to seal once. */
final class AuditStore {
    /** Of the sealer, over all nodes: the octets of "audit". */
    private static final long SEALER_LOCK = 0x6175646974L;

    private static final int FETCH = 1000;

    void insert(Handle handle, AuditEntry entry, Instant at, String facts) {
        handle.createUpdate("""
                        insert into audit (at, actor_kind, actor, tenant, action, subject_id, facts)
                        values (:at, :kind, :actor, :tenant, :action, :subject, :facts)
                        """)
                .bind("at", at)
                .bind("kind", entry.actor().kind().word())
                .bind("actor", entry.actor().id())
                .bind("tenant", entry.tenant())
                .bind("action", entry.action())
                .bind("subject", entry.subjectId())
                .bind("facts", facts)
                .execute();
    }

    void insertAll(Handle handle, List<AuditEntry> entries, Instant at, List<String> facts) {
        handle.createUpdate("""
                        insert into audit (at, actor_kind, actor, tenant, action, subject_id, facts)
                        select :at, kind, actor, tenant, action, subject, facts
                          from unnest(:kinds, :actors, :tenants, :actions, :subjects, :facts)
                               as entry (kind, actor, tenant, action, subject, facts)
                        """)
                .bind("at", at)
                .bindArray(
                        "kinds",
                        String.class,
                        each(entries, entry -> entry.actor().kind().word()))
                .bindArray(
                        "actors",
                        String.class,
                        each(entries, entry -> entry.actor().id()))
                .bindArray("tenants", String.class, each(entries, AuditEntry::tenant))
                .bindArray("actions", String.class, each(entries, AuditEntry::action))
                .bindArray("subjects", String.class, each(entries, AuditEntry::subjectId))
                .bindArray("facts", String.class, facts.toArray())
                .execute();
    }

    private static Object[] each(List<AuditEntry> entries, Function<AuditEntry, String> value) {
        return entries.stream().map(value).toArray();
    }

    /** As {@link #insert}, with the rows of others. */
    static void add(Inserts rows, AuditEntry entry, Instant at, String facts) {
        rows.add(
                """
                INSERT INTO audit (at, actor_kind, actor, tenant, action, subject_id, facts)
                SELECT :auditedAt::timestamptz, :actorKind, :actor, :tenant, :action, :auditSubject, :facts
                  FROM before""",
                Map.of(
                        "auditedAt", at,
                        "actorKind", entry.actor().kind().word(),
                        "actor", entry.actor().id(),
                        "tenant", entry.tenant(),
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
                        select id, at, actor_kind, actor, tenant, action, subject_id, facts from audit
                         where position is null order by id limit :atMost
                        """)
                .bind("atMost", atMost)
                .map((row, context) -> AuditRecord.of(row))
                .list();
    }

    /** Fails on a row that is sealed already, by the table's trigger. */
    void seal(Handle handle, List<Sealed> rows) {
        handle.createUpdate("""
                        update audit set position = row.position, previous_hash = row.previous, hash = row.hash
                          from unnest(:ids, :positions, :previous, :hashes) as row (id, position, previous, hash)
                         where audit.id = row.id
                        """)
                .bindArray(
                        "ids",
                        Long.class,
                        rows.stream().map(row -> row.content().id()).toArray())
                .bindArray(
                        "positions",
                        Long.class,
                        rows.stream().map(row -> row.link().position()).toArray())
                .bindArray(
                        "previous",
                        String.class,
                        rows.stream().map(Sealed::previousHash).toArray())
                .bindArray(
                        "hashes",
                        String.class,
                        rows.stream().map(row -> row.link().hash()).toArray())
                .execute();
    }

    /** From the first position on, a part at a time; needs an open transaction, and is to be closed. */
    ResultIterator<Sealed> walk(Handle handle) {
        return handle.createQuery("""
                        select id, at, actor_kind, actor, tenant, action, subject_id, facts,
                               position, previous_hash, hash from audit
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
