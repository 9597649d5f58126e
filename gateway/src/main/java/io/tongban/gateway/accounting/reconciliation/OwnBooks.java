package io.tongban.gateway.accounting.reconciliation;

import io.tongban.gateway.accounting.reconciliation.DaySums.Of;
import io.tongban.gateway.accounting.reconciliation.DaySums.Sum;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceDetail.EntryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Our books of a day, read off the withholdings by the time that the province gave. What was booked and taken back on one
 * day stands in no day's book; what was taken back later stands in both days'. What a person found not to be booked, and
 * the province told no time of, stands in none.
 */
final class OwnBooks {
    private static final String ENTRIES = """
            with ours as (
              select 'WITHHOLD' as kind, id, insurance, serial, amount_fen as fen from withholding
               where province = :province and booked_at >= :begin and booked_at < :end
                 and (state = 'CONFIRMED' or (state = 'REVERSED' and taken_back_at >= :end))
              union all
              select 'REVERSE', id, insurance, serial, amount_fen from withholding
               where province = :province and taken_back_at >= :begin and taken_back_at < :end
                 and state = 'REVERSED' and booked_at < :begin)
            """;
    /** Against what the province listed. What waits for a person has no outcome either: its task comes first. */
    private static final String DIFFERENT = ENTRIES + """
            , theirs as (
              select kind, serial, fen from reconciliation_item where province = :province and day = :day)
            , different as (
              select coalesce(ours.kind, theirs.kind) as kind, coalesce(ours.serial, theirs.serial) as serial,
                     ours.fen as our_fen, theirs.fen as their_fen, coalesce(ours.id, known.id) as withholding_id,
                     case when theirs.serial is null then 'missing-there'
                          when ours.serial is null then 'unknown-here' else 'amount-differs' end as reason,
                     ours.id is null
                       and coalesce(known.state in ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW'), false) as underway
                from ours full join theirs on theirs.kind = ours.kind and theirs.serial = ours.serial
                left join withholding known on known.serial = theirs.serial and known.province = :province
               where ours.serial is null or theirs.serial is null or ours.fen <> theirs.fen)
            """;

    private OwnBooks() {}

    /**
     * In how much a day differs.
     *
     * @param underway whether a row is of a withholding that has no outcome yet
     */
    record Extent(long rows, boolean underway) {}

    static DaySums sums(Handle handle, DayKey key, Clock clock) {
        TreeMap<Of, Sum> sums = new TreeMap<>();
        of(
                        handle,
                        ENTRIES + "select kind, insurance, count(*), sum(fen) from ours group by kind, insurance",
                        key,
                        clock)
                .map((row, context) -> sums.put(
                        new Of(EntryKind.valueOf(row.getString(1)), new InsuranceKind(row.getString(2))),
                        new Sum(row.getLong(3), row.getLong(4))))
                .list();
        return new DaySums(sums);
    }

    static Extent extent(Handle handle, DayKey key, Clock clock) {
        return of(handle, DIFFERENT + "select count(*), coalesce(bool_or(underway), false) from different", key, clock)
                .bind("day", key.day())
                .map((row, context) -> new Extent(row.getLong(1), row.getBoolean(2)))
                .one();
    }

    /** Rows that nobody was asked about so far, and whose withholding has its outcome; in an order, and so many at most. */
    static List<Difference> fresh(Handle handle, DayKey key, Clock clock, long most) {
        return of(handle, DIFFERENT + """
                        select kind, serial, our_fen, their_fen, withholding_id from different
                         where not underway and not exists (
                               select 1 from reconciliation_difference told
                                where told.province = :province and told.day = :day and told.kind = different.kind
                                  and told.serial = different.serial and told.reason = different.reason
                                  and (told.gone_at is null or told.settled_note is not null))
                         order by kind desc, serial limit :most
                        """, key, clock)
                .bind("day", key.day())
                .bind("most", most)
                .map(OwnBooks::difference)
                .list();
    }

    /** Ids of told rows that differ no more, or for another reason; of those about single rows alone if it is so wanted. */
    static List<String> putRight(Handle handle, DayKey key, Clock clock, boolean singleRowsAlone) {
        return of(handle, DIFFERENT + """
                        select id from reconciliation_difference told
                         where province = :province and day = :day and gone_at is null
                           and not (:alone and serial = :wholeDay)
                           and not exists (
                               select 1 from different
                                where told.kind = different.kind and told.serial = different.serial
                                  and told.reason = different.reason)
                         order by id
                        """, key, clock)
                .bind("day", key.day())
                .bind("alone", singleRowsAlone)
                .bind("wholeDay", Difference.WHOLE_DAY)
                .mapTo(String.class)
                .list();
    }

    private static Query of(Handle handle, String sql, DayKey key, Clock clock) {
        return handle.createQuery(sql)
                .bind("province", key.province().value())
                .bind("begin", key.begin(clock))
                .bind("end", key.end(clock));
    }

    private static Difference difference(ResultSet row, StatementContext ignored) throws SQLException {
        return new Difference(
                EntryKind.valueOf(row.getString("kind")),
                row.getString("serial"),
                row.getObject("our_fen", Long.class),
                row.getObject("their_fen", Long.class),
                row.getString("withholding_id"));
    }
}
