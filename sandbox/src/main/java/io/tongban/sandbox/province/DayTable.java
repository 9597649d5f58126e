package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bookings by day. What was booked and taken back on one day stands in no day's book. */
final class DayTable {
    private static final String ENTRIES = """
            select 'withhold' as command, serial, kind, amount_fen, receipt_number from booking
             where booked_at >= ? and booked_at < ?
            union all
            select 'withhold', serial, kind, amount_fen, receipt_number from reversed_booking
             where booked_at >= ? and booked_at < ? and reversed_at >= ?
            union all
            select 'reverse', serial, kind, amount_fen, receipt_number from reversed_booking
             where reversed_at >= ? and reversed_at < ? and booked_at < ?
            order by receipt_number, command
            """;

    private DayTable() {}

    static List<DayEntry> entries(Connection connection, LocalDate day) throws SQLException {
        Timestamp begin = Timestamp.from(day.atStartOfDay(ProvinceTime.ZONE).toInstant());
        Timestamp end =
                Timestamp.from(day.plusDays(1).atStartOfDay(ProvinceTime.ZONE).toInstant());
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            List<Timestamp> bounds = List.of(begin, end, begin, end, end, begin, end, begin);
            for (int i = 0; i < bounds.size(); i++) {
                select.setTimestamp(i + 1, bounds.get(i));
            }
            List<DayEntry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new DayEntry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)));
                }
            }
            return entries;
        }
    }
}
