package io.tongban.gateway.accounting.reconciliation;

import static java.util.Objects.requireNonNull;

import io.tongban.api.agency.DayCommand;
import io.tongban.api.agency.DayDifference;
import io.tongban.api.agency.DayDifferencePage;
import io.tongban.api.agency.DaySum;
import io.tongban.api.agency.ReconciliationDay;
import io.tongban.api.agency.ReconciliationDayPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads pages for the agency, row by row into the records of the contract. */
final class DayMapper {
    private DayMapper() {}

    static ReconciliationDayPage days(
            Handle handle, @Nullable String province, @Nullable String state, DayCursor after, int size) {
        List<ReconciliationDay> found = handle.createQuery("""
                        select province, day, state, cause, rows, statement, settled_at, looks, revision
                          from reconciliation_day
                         where (day, :afterProvince) < (:afterDay, province)
                           and (:province::text is null or province = :province)
                           and (:state::text is null or state = :state)
                         order by day desc, province limit :limit
                        """)
                .bind("afterDay", after.day())
                .bind("afterProvince", after.province())
                .bind("province", province)
                .bind("state", state)
                .bind("limit", size + 1)
                .map(DayMapper::day)
                .list();
        List<ReconciliationDay> page = found.size() <= size ? found : found.subList(0, size);
        ReconciliationDay last = found.size() <= size ? null : page.get(size - 1);
        return new ReconciliationDayPage(
                withSums(handle, page), last == null ? null : new DayCursor(last.day(), last.province()).toString());
    }

    /** All sums of a page in one statement. */
    private static List<ReconciliationDay> withSums(Handle handle, List<ReconciliationDay> days) {
        Map<String, List<DaySum>> sums = new HashMap<>();
        handle.createQuery("""
                        select province || day as of, kind, insurance, our_count, our_fen, their_count, their_fen
                          from reconciliation_sum where province || day = any (:days)
                           and day between :first and :last order by kind desc, insurance
                        """)
                .bindArray(
                        "days",
                        String.class,
                        days.stream().map(day -> day.province() + day.day()).toArray())
                .bind(
                        "first",
                        days.isEmpty()
                                ? LocalDate.EPOCH
                                : days.get(days.size() - 1).day())
                .bind("last", days.isEmpty() ? LocalDate.EPOCH : days.get(0).day())
                .map((row, context) -> Map.entry(
                        row.getString("of"),
                        new DaySum(
                                DayCommand.valueOf(row.getString("kind")),
                                row.getString("insurance"),
                                row.getLong("our_count"),
                                row.getLong("our_fen"),
                                row.getLong("their_count"),
                                row.getLong("their_fen"))))
                .forEach(each -> sums.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                        .add(each.getValue()));
        return days.stream()
                .map(day -> with(day, sums.getOrDefault(day.province() + day.day(), List.of())))
                .toList();
    }

    private static ReconciliationDay with(ReconciliationDay day, List<DaySum> sums) {
        return new ReconciliationDay(
                day.province(),
                day.day(),
                day.state(),
                day.cause(),
                sums,
                day.differences(),
                day.statement(),
                day.settledAt(),
                day.looks(),
                day.revision());
    }

    private static ReconciliationDay day(ResultSet row, StatementContext ignored) throws SQLException {
        var state = io.tongban.api.agency.DayState.valueOf(row.getString("state"));
        return new ReconciliationDay(
                row.getString("province"),
                row.getObject("day", LocalDate.class),
                state,
                state == io.tongban.api.agency.DayState.OPEN ? row.getString("cause") : null,
                List.of(),
                row.getObject("rows", Long.class),
                row.getString("statement"),
                instant(row, "settled_at"),
                row.getInt("looks"),
                row.getLong("revision"));
    }

    static DayDifferencePage differences(
            Handle handle, @Nullable String province, @Nullable LocalDate day, String after, int size) {
        List<DayDifference> found = handle.createQuery("""
                        select id, province, day, kind, serial, reason, our_fen, their_fen, withholding_id, found_at, gone_at
                          from reconciliation_difference
                         where id > :after and (:province::text is null or province = :province)
                           and (:day::date is null or day = :day)
                         order by id limit :limit
                        """)
                .bind("after", after)
                .bind("province", province)
                .bind("day", day)
                .bind("limit", size + 1)
                .map(DayMapper::difference)
                .list();
        return found.size() <= size
                ? new DayDifferencePage(found, null)
                : new DayDifferencePage(
                        found.subList(0, size), found.get(size - 1).id());
    }

    private static DayDifference difference(ResultSet row, StatementContext ignored) throws SQLException {
        Instant foundAt = instant(row, "found_at");
        return new DayDifference(
                row.getString("id"),
                row.getString("province"),
                row.getObject("day", LocalDate.class),
                DayCommand.valueOf(row.getString("kind")),
                row.getString("serial"),
                row.getString("reason"),
                row.getObject("our_fen", Long.class),
                row.getObject("their_fen", Long.class),
                row.getString("withholding_id"),
                requireNonNull(foundAt),
                instant(row, "gone_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
