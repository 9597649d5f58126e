package io.tongban.gateway.delivery.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Table delivery_step. */
final class StepStore {
    private StepStore() {}

    static void append(Handle handle, String subjectId, List<Step> steps) {
        try (PreparedBatch batch = handle.prepareBatch("""
                with last as (
                    select seq, what, outcome, cause from delivery_step where subject_id = :subject
                     order by seq desc limit 1),
                again as (
                    update delivery_step d
                       set times = d.times + :times, last_at = greatest(d.last_at, :lastAt::timestamptz)
                      from last
                     where d.subject_id = :subject and d.seq = last.seq and last.what = :what
                       and last.outcome is not distinct from :outcome::text
                       and last.cause is not distinct from :cause::text
                    returning d.seq),
                old as (
                    delete from delivery_step d using last
                     where d.subject_id = :subject and d.seq > 1 and d.seq <= last.seq + 2 - :kept)
                insert into delivery_step (subject_id, seq, what, outcome, cause, at, last_at, times)
                select :subject, coalesce((select seq from last), 0) + 1, :what, :outcome::text, :cause::text,
                       :at::timestamptz, :lastAt::timestamptz, :times
                 where not exists (select 1 from again)
                """)) {
            for (Step step : steps) {
                batch.bind("subject", subjectId)
                        .bind("what", step.what().name())
                        .bind("outcome", step.outcome())
                        .bind("cause", step.cause())
                        .bind("at", step.at())
                        .bind("lastAt", step.lastAt())
                        .bind("times", step.times())
                        .bind("kept", Steps.KEPT)
                        .add();
            }
            batch.execute();
        }
    }

    static List<Step> of(Handle handle, String subjectId) {
        return handle.createQuery("""
                        select what, outcome, cause, at, times, last_at from delivery_step
                         where subject_id = :subject order by seq
                        """)
                .bind("subject", subjectId)
                .map(StepStore::read)
                .list();
    }

    private static Step read(ResultSet row, StatementContext ignored) throws SQLException {
        return new Step(
                Step.What.valueOf(row.getString("what")),
                row.getString("outcome"),
                row.getString("cause"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
