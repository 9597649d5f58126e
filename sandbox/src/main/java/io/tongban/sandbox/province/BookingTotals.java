package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums over the bookings. */
final class BookingTotals {
    private BookingTotals() {}

    static PayerTotal all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select count(*), coalesce(sum(amount_fen), 0) from booking");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return new PayerTotal(rows.getLong(1), rows.getLong(2));
        }
    }

    static Map<String, PayerTotal> byPayer(Connection connection) throws SQLException {
        Map<String, PayerTotal> totals = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select payer, count(*), sum(amount_fen) from booking group by payer");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                totals.put(rows.getString(1), new PayerTotal(rows.getLong(2), rows.getLong(3)));
            }
        }
        return totals;
    }

    /** Counts by citizen, not by person number: it must not lean on the index that it checks. */
    static List<DoubleBooking> doubled(Connection connection) throws SQLException {
        List<DoubleBooking> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select b.kind, b.period, string_agg(b.serial, ',' order by b.serial)
                        from booking b join person p using (person_number)
                        group by p.citizen_number, b.kind, b.period
                        having count(*) > 1
                        """);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<String> serials = List.of(rows.getString(3).split(",", -1));
                found.add(new DoubleBooking(rows.getString(1), YearMonth.parse(rows.getString(2)), serials));
            }
        }
        return found;
    }
}
