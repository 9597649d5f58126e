package io.tongban.gateway.accounting.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Table reconciliation_difference. */
final class DifferenceStore {
    private DifferenceStore() {}

    /** A row that is told as a difference. */
    record Row(
            String id,
            String reason,
            @Nullable String withholdingId,
            @Nullable String clientId) {
        /** What its task is about. */
        String subject() {
            return withholdingId == null ? id : withholdingId;
        }
    }

    /** Locks what tasks of the day are or will be about, in the order that all keep: before its tasks, as all do. */
    static void holdSubjects(Handle handle, DayKey key, List<Difference> fresh) {
        handle.createQuery("""
                        select id from withholding
                         where id = any (:fresh) or id in (
                               select withholding_id from reconciliation_difference
                                where province = :province and day = :day and gone_at is null)
                         order by id for update
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .bindArray(
                        "fresh",
                        String.class,
                        fresh.stream()
                                .map(Difference::withholdingId)
                                .filter(Objects::nonNull)
                                .toArray())
                .mapTo(String.class)
                .list();
    }

    /** How many rows of the day are open, or were settled by a person. */
    static long told(Handle handle, DayKey key) {
        return handle.createQuery("""
                        select count(*) from reconciliation_difference
                         where province = :province and day = :day and (gone_at is null or settled_note is not null)
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Stores it, or opens it again where it was gone. What a person said of a row holds for as long as it differs for
     * that reason. Without effect if it is open, or settled.
     *
     * @param id its id, if it has none
     */
    static void open(Handle handle, DayKey key, String id, Difference difference, Instant now) {
        handle.createUpdate("""
                        insert into reconciliation_difference as known
                               (id, province, day, kind, serial, reason, our_fen, their_fen, withholding_id, found_at)
                        values (:id, :province, :day, :kind, :serial, :reason, :ourFen, :theirFen, :withholding, :now)
                        on conflict (province, day, kind, serial) do update
                           set gone_at = null, reason = excluded.reason, our_fen = excluded.our_fen, settled_note = null,
                               their_fen = excluded.their_fen, withholding_id = excluded.withholding_id
                         where known.gone_at is not null
                           and (known.settled_note is null or known.reason <> excluded.reason)
                        """)
                .bind("id", id)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .bind("kind", difference.kind().name())
                .bind("serial", difference.serial())
                .bind("reason", difference.reason())
                .bind("ourFen", difference.ourFen())
                .bind("theirFen", difference.theirFen())
                .bind("withholding", difference.withholdingId())
                .bind("now", now)
                .execute();
    }

    /** Open rows whose subject nobody is asked about now. */
    static List<Row> unasked(Handle handle, DayKey key) {
        return rows(
                handle.createQuery("""
                        select row.id, row.reason, row.withholding_id, known.client_id
                          from reconciliation_difference row left join withholding known on known.id = row.withholding_id
                         where row.province = :province and row.day = :day and row.gone_at is null
                           and not exists (
                               select 1 from review_task
                                where subject_id = coalesce(row.withholding_id, row.id) and state = 'OPEN')
                         order by row.id
                        """).bind("province", key.province().value()).bind("day", key.day()));
    }

    /** Of the day, as ids in an order. */
    static List<String> openRows(Handle handle, DayKey key) {
        return handle.createQuery("""
                        select id from reconciliation_difference
                         where province = :province and day = :day and gone_at is null order by id
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .mapTo(String.class)
                .list();
    }

    /** @return the rows of these that no other open row stands for, with the same reason about the same withholding */
    static List<Row> gone(Handle handle, List<String> ids, Instant now) {
        handle.createUpdate(
                        "update reconciliation_difference set gone_at = :now where id = any (:ids) and gone_at is null")
                .bindArray("ids", String.class, ids.toArray())
                .bind("now", now)
                .execute();
        return rows(handle.createQuery("""
                        select id, reason, withholding_id, null as client_id from reconciliation_difference row
                         where id = any (:ids) and not exists (
                               select 1 from reconciliation_difference other
                                where other.withholding_id = row.withholding_id and other.reason = row.reason
                                  and other.gone_at is null)
                         order by id
                        """).bindArray("ids", String.class, ids.toArray()));
    }

    private static List<Row> rows(Query query) {
        return query.map((row, context) -> new Row(
                        row.getString("id"),
                        row.getString("reason"),
                        row.getString("withholding_id"),
                        row.getString("client_id")))
                .list();
    }

    /** Days on which the province took the withholding back, as its open rows say. */
    static List<LocalDate> takenBack(Handle handle, String withholdingId) {
        return handle.createQuery("""
                        select day from reconciliation_difference
                         where withholding_id = :withholding and gone_at is null
                           and kind = 'REVERSE' and reason = 'unknown-here' order by day
                        """)
                .bind("withholding", withholdingId)
                .mapTo(LocalDate.class)
                .list();
    }

    /** What a person said of the withholding, for the rows that the task was about. */
    static void settle(Handle handle, String withholdingId, String reason, String note, Instant now) {
        handle.createUpdate("""
                        update reconciliation_difference set gone_at = :now, settled_note = :note
                         where withholding_id = :withholding and reason = :reason and gone_at is null
                        """)
                .bind("withholding", withholdingId)
                .bind("reason", reason)
                .bind("note", note)
                .bind("now", now)
                .execute();
    }

    /** Locked until the transaction ends. */
    static void hold(Handle handle, String id) {
        handle.createQuery("select id from reconciliation_difference where id = :id for update")
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    static void settle(Handle handle, String id, String note, Instant now) {
        handle.createUpdate("""
                        update reconciliation_difference set gone_at = coalesce(gone_at, :now), settled_note = :note
                         where id = :id
                        """)
                .bind("id", id)
                .bind("note", note)
                .bind("now", now)
                .execute();
    }
}
