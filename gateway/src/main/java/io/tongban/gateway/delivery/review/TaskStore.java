package io.tongban.gateway.delivery.review;

import io.tongban.gateway.delivery.review.ReviewTask.Outcome;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table review_task. */
final class TaskStore {
    private static final String COLUMNS = """
            id, province, kind, subject_id, client_id, reason, sent_at, opened_at, settled_at, outcome, settled_by
            """;

    private TaskStore() {}

    /** A task, and when its command was first sent, if ever. */
    record Held(ReviewTask task, @Nullable Instant sentAt) {}

    /** @return false if a task of the subject is open */
    static boolean insert(Handle handle, String id, NewTask task, Instant now) {
        return handle.createUpdate("""
                        insert into review_task (id, province, kind, subject_id, client_id, reason, sent_at, opened_at)
                        values (:id, :province, :kind, :subject, :client, :reason, :sentAt, :now)
                        on conflict (subject_id) where state = 'OPEN' do nothing
                        """)
                        .bind("id", id)
                        .bind("province", task.province().value())
                        .bind("kind", task.kind().name())
                        .bind("subject", task.subjectId())
                        .bind("client", task.clientId())
                        .bind("reason", task.reason())
                        .bind("sentAt", task.sentAt())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static boolean isOpen(Handle handle, String subjectId, String reason) {
        return handle.createQuery("""
                        select exists (select 1 from review_task
                                        where subject_id = :subject and state = 'OPEN' and reason = :reason)
                        """)
                .bind("subject", subjectId)
                .bind("reason", reason)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<ReviewTask> find(Handle handle, String id) {
        return handle.createQuery("select " + COLUMNS + "from review_task where id = :id")
                .bind("id", id)
                .map(TaskStore::task)
                .findOne();
    }

    static Optional<Held> hold(Handle handle, String id) {
        return handle.createQuery("select " + COLUMNS + "from review_task where id = :id for update")
                .bind("id", id)
                .map((row, context) -> new Held(task(row, context), instant(row, "sent_at")))
                .findOne();
    }

    /** Settles the open task of a subject; whoever calls this holds the subject. */
    static Optional<ReviewTask> settle(
            Handle handle, String subjectId, Outcome outcome, Instant now, String by, @Nullable String note) {
        return handle.createQuery("""
                        update review_task
                           set state = 'SETTLED', outcome = :outcome, settled_at = :now, settled_by = :by, note = :note
                         where subject_id = :subject and state = 'OPEN' returning
                        """ + COLUMNS)
                .bind("subject", subjectId)
                .bind("outcome", outcome.name())
                .bind("now", now)
                .bind("by", by)
                .bind("note", note)
                .map(TaskStore::task)
                .findOne();
    }

    /** By id, which begins with the time: oldest first. */
    static List<ReviewTask> page(Handle handle, TaskFilter filter, String after, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                        from review_task
                         where id > :after and (:state::text is null or state = :state)
                           and (:province::text is null or province = :province)
                         order by id limit :limit
                        """)
                .bind("after", after)
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("province", filter.province())
                .bind("limit", limit)
                .map(TaskStore::task)
                .list();
    }

    private static ReviewTask task(ResultSet row, StatementContext ignored) throws SQLException {
        Instant settledAt = instant(row, "settled_at");
        return new ReviewTask(
                row.getString("id"),
                new ProvinceCode(row.getString("province")),
                ReviewTask.Kind.valueOf(row.getString("kind")),
                row.getString("subject_id"),
                row.getString("client_id"),
                row.getString("reason"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                settledAt == null
                        ? null
                        : new ReviewTask.Settled(
                                settledAt, Outcome.valueOf(row.getString("outcome")), row.getString("settled_by")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
