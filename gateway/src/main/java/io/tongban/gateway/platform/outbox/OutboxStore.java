package io.tongban.gateway.platform.outbox;

import io.tongban.gateway.platform.config.Inserts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows, as writers and workers see them. All times are the database's: the one clock that all nodes share. */
final class OutboxStore {
    /** Keeps rows of one order key from overtaking each other between number and commit; the first of two numbers. */
    private static final int ORDER_LOCKS = 0x6f726472;
    /** A transaction holds no more of them, however many keys it appends: the server's lock table is of a fixed size. */
    private static final int MOST_LOCKS = 1024;

    /** The second number: keys share locks, which costs a short wait once in a while. Null where the order is free. */
    static @Nullable Integer orderLock(OutboxEntry entry) {
        String key = entry.orderKey();
        return key == null ? null : Math.floorMod(key.hashCode(), MOST_LOCKS);
    }

    /** As {@link #insert}, one, with the rows of others. */
    static void add(Inserts rows, OutboxEntry entry, @Nullable String traceparent) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("outboxKind", entry.kind());
        row.put("outboxSubject", entry.subjectId());
        row.put("lane", entry.lane());
        row.put("orderKey", entry.orderKey());
        row.put("traceparent", traceparent);
        row.put("orderLocks", ORDER_LOCKS);
        row.put("orderLock", orderLock(entry));
        rows.add("""
                INSERT INTO outbox (kind, subject_id, lane, order_key, traceparent)
                SELECT :outboxKind, :outboxSubject, :lane, :orderKey::text, :traceparent::text
                  FROM before CROSS JOIN LATERAL
                       pg_advisory_xact_lock(:orderLocks, :orderLock::int * before.inserted)""", row);
    }

    /**
     * Rows of one order key get their numbers in the order of their commits: whoever appends the second waits for the
     * first. The lock is taken before the number, because the function is what the row is selected from.
     */
    void insert(Handle handle, List<OutboxEntry> entries, @Nullable String traceparent, @Nullable Instant firstSent) {
        if (entries.isEmpty()) {
            return;
        }
        if (entries.stream().allMatch(entry -> entry.orderKey() == null)) {
            insertFree(handle, entries, traceparent, firstSent);
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into outbox (kind, subject_id, lane, order_key, traceparent, sent_at)
                select :kind, :subject, :lane, :order::text, :traceparent::text, :firstSent::timestamptz
                  from pg_advisory_xact_lock(:locks, :orderLock::int)
                """)) {
            for (OutboxEntry entry : entries) {
                batch.bind("kind", entry.kind())
                        .bind("subject", entry.subjectId())
                        .bind("lane", entry.lane())
                        .bind("order", entry.orderKey())
                        .bind("traceparent", traceparent)
                        .bind("firstSent", firstSent)
                        .bind("locks", ORDER_LOCKS)
                        .bind("orderLock", orderLock(entry))
                        .add();
            }
            batch.execute();
        }
    }

    /** Where the order is free nothing is locked, and one statement inserts all. */
    private static void insertFree(
            Handle handle, List<OutboxEntry> entries, @Nullable String traceparent, @Nullable Instant firstSent) {
        handle.createUpdate("""
                        insert into outbox (kind, subject_id, lane, traceparent, sent_at)
                        select kind, subject, lane, :traceparent::text, :firstSent::timestamptz
                          from unnest(:kinds, :subjects, :lanes) as entry (kind, subject, lane)
                        """)
                .bind("traceparent", traceparent)
                .bind("firstSent", firstSent)
                .bindArray(
                        "kinds",
                        String.class,
                        entries.stream().map(OutboxEntry::kind).toArray())
                .bindArray(
                        "subjects",
                        String.class,
                        entries.stream().map(OutboxEntry::subjectId).toArray())
                .bindArray(
                        "lanes",
                        String.class,
                        entries.stream().map(OutboxEntry::lane).toArray())
                .execute();
    }

    boolean markSent(Handle handle, Lease lease) {
        return handle.createUpdate("""
                        update outbox set sent_at = coalesce(sent_at, now()) where id = :id and lease_token = :token
                        """)
                        .bind("id", lease.id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    static boolean unmark(Handle handle, Lease lease) {
        return handle.createUpdate("update outbox set sent_at = null where id = :id and lease_token = :token")
                        .bind("id", lease.id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    /** By the ids of the rows that were deleted: whether a younger one of its order is left, as in {@link #delete}. */
    Map<Long, Boolean> deleteAll(Handle handle, List<Lease> leases) {
        return handle.createQuery("""
                        delete from outbox o using unnest(:ids, :tokens::uuid[]) as done (id, token)
                         where o.id = done.id and o.lease_token = done.token
                        returning o.id, exists (
                            select 1 from outbox y where y.order_key = o.order_key and y.id > o.id) as next_may_go
                        """)
                .bindArray("ids", Long.class, leases.stream().map(Lease::id).toArray())
                .bindArray(
                        "tokens",
                        String.class,
                        leases.stream().map(lease -> lease.token().toString()).toArray())
                .setMapKeyColumn("id")
                .setMapValueColumn("next_may_go")
                .collectInto(new GenericType<Map<Long, Boolean>>() {});
    }

    /** Whether a younger row of its order is left, which may go now; empty if the lease is lost. */
    Optional<Boolean> delete(Handle handle, Lease lease) {
        return handle.createQuery("""
                        delete from outbox o where o.id = :id and o.lease_token = :token
                        returning exists (
                            select 1 from outbox y where y.order_key = o.order_key and y.id > o.id)
                        """)
                .bind("id", lease.id())
                .bind("token", lease.token())
                .mapTo(Boolean.class)
                .findOne();
    }

    Optional<Held> hold(Handle handle, String kind, String subjectId) {
        return handle.createQuery("""
                        select id, lane, sent_at from outbox where subject_id = :subject and kind = :kind for update
                        """)
                .bind("kind", kind)
                .bind("subject", subjectId)
                .map((row, context) ->
                        new Held(row.getLong("id"), row.getString("lane"), LeaseStore.instant(row, "sent_at")))
                .findOne();
    }

    void delete(Handle handle, Held held) {
        handle.execute("delete from outbox where id = ?", held.id());
    }

    boolean exists(Handle handle, String group, String subjectId) {
        return handle.createQuery("""
                        select exists (
                            select 1 from outbox where subject_id = :subject and split_part(lane, ':', 1) = :group)
                        """)
                .bind("subject", subjectId)
                .bind("group", group)
                .mapTo(Boolean.class)
                .one();
    }

    long count(Handle handle, String lane) {
        return handle.createQuery("select count(*) from outbox where lane = :lane")
                .bind("lane", lane)
                .mapTo(Long.class)
                .one();
    }

    List<LaneBacklog> backlog(Handle handle) {
        return handle.createQuery("""
                        select lane, count(*) as row_count,
                               extract(epoch from now() - min(due_at) filter (
                                   where leased_until is null or leased_until <= now())) as overdue,
                               extract(epoch from now() - min(created_at)) as oldest
                          from outbox group by lane order by lane
                        """)
                .map((row, context) -> new LaneBacklog(
                        row.getString("lane"),
                        row.getLong("row_count"),
                        LeaseStore.duration(row.getDouble("overdue")),
                        LeaseStore.duration(row.getDouble("oldest"))))
                .list();
    }
}
