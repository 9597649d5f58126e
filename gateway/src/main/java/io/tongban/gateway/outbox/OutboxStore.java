package io.tongban.gateway.outbox;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows, as writers and workers see them. All times are the database's: the one clock that all nodes share. */
final class OutboxStore {
    void insert(Handle handle, List<OutboxEntry> entries, @Nullable String traceparent) {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into outbox (kind, subject_id, lane, traceparent)
                values (:kind, :subject, :lane, :traceparent)
                """)) {
            for (OutboxEntry entry : entries) {
                batch.bind("kind", entry.kind())
                        .bind("subject", entry.subjectId())
                        .bind("lane", entry.lane())
                        .bind("traceparent", traceparent)
                        .add();
            }
            batch.execute();
        }
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

    boolean delete(Handle handle, Lease lease) {
        return handle.createUpdate("delete from outbox where id = :id and lease_token = :token")
                        .bind("id", lease.id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
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
