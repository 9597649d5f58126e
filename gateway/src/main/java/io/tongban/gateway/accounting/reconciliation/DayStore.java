package io.tongban.gateway.accounting.reconciliation;

import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Tables reconciliation_day and reconciliation_sum. */
final class DayStore {
    private DayStore() {}

    /** A day that this node has to itself until its lease ends. */
    record Taken(DayKey key, int look) {}

    /** Opens the days that ended since the last one; of a province without any, the last day alone. */
    static void open(Handle handle, ProvinceCode province, LocalDate last, int most, Instant now) {
        handle.createUpdate("""
                        insert into reconciliation_day (province, day, next_look)
                        select :province, day::date, :now
                          from generate_series(
                                 greatest(coalesce((select max(day) + 1 from reconciliation_day where province = :province),
                                                   :last::date), :last::date - :most), :last::date, interval '1 day') as day
                        on conflict do nothing
                        """)
                .bind("province", province.value())
                .bind("last", last)
                .bind("most", most)
                .bind("now", now)
                .execute();
    }

    /** The day of this province that waits longest; empty if none is due, or others have them. */
    static Optional<Taken> take(Handle handle, ProvinceCode province, Instant now, Instant until, LocalDate since) {
        return handle.createQuery("""
                        update reconciliation_day set looks = looks + 1, next_look = :until, revision = revision + 1
                         where (province, day) in (
                               select province, day from reconciliation_day
                                where province = :province and state <> 'AGREED' and next_look <= :now and day >= :since
                                order by next_look, day limit 1 for update skip locked)
                        returning day, looks
                        """)
                .bind("province", province.value())
                .bind("now", now)
                .bind("until", until)
                .bind("since", since)
                .map((row, context) ->
                        new Taken(new DayKey(province, row.getObject("day", LocalDate.class)), row.getInt("looks")))
                .findOne();
    }

    /** Holds the day until the transaction ends; false if another node has it by now. */
    static boolean keep(Handle handle, Taken taken, Instant until) {
        return handle.createUpdate("""
                        update reconciliation_day set next_look = :until
                         where province = :province and day = :day and looks = :look and state <> 'AGREED'
                        """)
                        .bind("province", taken.key().province().value())
                        .bind("day", taken.key().day())
                        .bind("look", taken.look())
                        .bind("until", until)
                        .execute()
                == 1;
    }

    /** Counts a look at which the sums agreed and no list came; zero if another node has the day by now. */
    static int withoutList(Handle handle, Taken taken) {
        return handle.createQuery("""
                        update reconciliation_day set looks_without_list = looks_without_list + 1
                         where province = :province and day = :day and looks = :look and state = 'OPEN'
                        returning looks_without_list
                        """)
                .bind("province", taken.key().province().value())
                .bind("day", taken.key().day())
                .bind("look", taken.look())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    static void putOff(Handle handle, DayKey key, String cause, Instant until) {
        handle.createUpdate("""
                        update reconciliation_day set cause = :cause, next_look = :until, revision = revision + 1
                         where province = :province and day = :day
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .bind("cause", cause)
                .bind("until", until)
                .execute();
    }

    /**
     * What came of the day.
     *
     * @param statement of a day that agrees
     * @param rows how many differ, where that is known
     */
    record End(
            DayState state,
            @Nullable String statement,
            @Nullable Long rows,
            Instant at,
            Instant nextLook) {}

    static void settle(Handle handle, DayKey key, End end) {
        handle.createUpdate("""
                        update reconciliation_day
                           set state = :state, statement = :statement, rows = :rows, settled_at = :at, next_look = :next,
                               cause = null, revision = revision + 1
                         where province = :province and day = :day
                        """)
                .bind("province", key.province().value())
                .bind("day", key.day())
                .bind("state", end.state().name())
                .bind("statement", end.statement())
                .bind("rows", end.rows())
                .bind("at", end.at())
                .bind("next", end.nextLook())
                .execute();
    }

    static void sums(Handle handle, DayKey key, DaySums ours, DaySums theirs) {
        handle.createUpdate("delete from reconciliation_sum where province = :province and day = :day")
                .bind("province", key.province().value())
                .bind("day", key.day())
                .execute();
        List<DaySums.Of> all = ours.together(theirs);
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into reconciliation_sum
                       (province, day, kind, insurance, our_count, our_fen, their_count, their_fen)
                values (:province, :day, :kind, :insurance, :ourCount, :ourFen, :theirCount, :theirFen)
                """)) {
            for (DaySums.Of of : all) {
                batch.bind("province", key.province().value())
                        .bind("day", key.day())
                        .bind("kind", of.kind().name())
                        .bind("insurance", of.insurance().value())
                        .bind("ourCount", ours.sum(of).count())
                        .bind("ourFen", ours.sum(of).fen())
                        .bind("theirCount", theirs.sum(of).count())
                        .bind("theirFen", theirs.sum(of).fen())
                        .add();
            }
            if (!all.isEmpty()) {
                batch.execute();
            }
        }
    }

    /** Days that have not agreed by now; each is told once, whichever node asks. */
    static List<DayKey> overdue(Handle handle, LocalDate before) {
        return handle.createQuery("""
                        update reconciliation_day set overdue = true
                         where state <> 'AGREED' and not overdue and day < :before returning province, day
                        """)
                .bind("before", before)
                .map((row, context) ->
                        new DayKey(new ProvinceCode(row.getString("province")), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** How many days of a province were told to be overdue and have not agreed so far. */
    static Map<ProvinceCode, Long> stillOverdue(Handle handle, LocalDate since) {
        return handle.createQuery("""
                        select province, count(*) as days from reconciliation_day
                         where overdue and state <> 'AGREED' and day >= :since group by province
                        """)
                .bind("since", since)
                .map((row, context) -> Map.entry(new ProvinceCode(row.getString("province")), row.getLong("days")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static long count(Handle handle, DayState state) {
        return handle.createQuery("select count(*) from reconciliation_day where state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }
}
