package io.tongban.gateway.delivery.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table delivery_step. */
final class StepStore {
    private StepStore() {}

    /** One step of each subject: a statement does not see what it writes itself. */
    static void append(Handle handle, Map<String, Step> stepBySubject) {
        List<String> subjects = List.copyOf(stepBySubject.keySet());
        List<Step> steps = subjects.stream().map(stepBySubject::get).toList();
        handle.createUpdate("""
                        with step as materialized (
                            select n.subject_id, n.what, n.outcome, n.cause, n.at, n.last_at, n.times,
                                   last.seq as last_seq,
                                   last.what = n.what and last.outcome is not distinct from n.outcome
                                       and last.cause is not distinct from n.cause as again
                              from unnest(:subjects, :whats, :outcomes, :causes, :ats::timestamptz[],
                                          :lastAts::timestamptz[], :times)
                                   as n (subject_id, what, outcome, cause, at, last_at, times)
                              left join lateral (
                                  select seq, what, outcome, cause from delivery_step d
                                   where d.subject_id = n.subject_id order by seq desc limit 1) last on true),
                        counted as (
                            update delivery_step d
                               set times = d.times + step.times, last_at = greatest(d.last_at, step.last_at)
                              from step
                             where step.again and d.subject_id = step.subject_id and d.seq = step.last_seq),
                        old as (
                            delete from delivery_step d using step
                             where step.last_seq >= :kept
                               and d.subject_id = step.subject_id and d.seq > 1 and d.seq <= step.last_seq + 2 - :kept)
                        insert into delivery_step (subject_id, seq, what, outcome, cause, at, last_at, times)
                        select subject_id, coalesce(last_seq, 0) + 1, what, outcome, cause, at, last_at, times
                          from step where again is not true
                        """)
                .bindArray("subjects", String.class, subjects.toArray())
                .bindArray(
                        "whats", String.class, each(steps, step -> step.what().name()))
                .bindArray("outcomes", String.class, each(steps, Step::outcome))
                .bindArray("causes", String.class, each(steps, Step::cause))
                .bindArray("ats", String.class, each(steps, step -> step.at().toString()))
                .bindArray(
                        "lastAts",
                        String.class,
                        each(steps, step -> step.lastAt().toString()))
                .bindArray("times", Integer.class, each(steps, Step::times))
                .bind("kept", Steps.KEPT)
                .execute();
    }

    private static @Nullable Object[] each(List<Step> steps, Function<Step, @Nullable Object> value) {
        return steps.stream().map(value).toArray();
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
