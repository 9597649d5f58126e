package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which months are paid. The unique index over person, kind and month is what refuses a second payment. */
final class BookingTable {
    private static final String COLUMNS =
            "b.receipt_number, b.serial, b.person_number, b.kind, b.period, b.base_fen, b.amount_fen, b.payer, b.booked_at";

    private BookingTable() {}

    /** The booking, or nothing if the month is paid already. */
    static Optional<Answer.Booked> insert(
            Connection connection, SimulatedProvince province, String serial, WithholdOrder order, Instant at)
            throws SQLException {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(at, ProvinceTime.ZONE));
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into booking (receipt_number, serial, person_number, kind, period, base_fen, amount_fen, payer, booked_at)
                values (? || lpad(nextval('receipt_sequence')::text, 10, '0'), ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (person_number, kind, period) do nothing
                returning receipt_number
                """)) {
            insert.setString(1, province.code() + day);
            insert.setString(2, serial);
            insert.setString(3, order.personNumber());
            insert.setString(4, order.kind());
            insert.setString(5, order.period().toString());
            insert.setLong(6, order.baseFen());
            insert.setLong(7, order.amountFen());
            insert.setString(8, order.payer());
            insert.setTimestamp(9, Timestamp.from(at));
            try (ResultSet rows = insert.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Answer.Booked(rows.getString(1), order.amountFen(), at))
                        : Optional.empty();
            }
        }
    }

    static List<Booking> ofCitizen(Connection connection, String citizenNumber) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS
                        + " from booking b join person p using (person_number) where p.citizen_number = ? order by b.kind, b.period")) {
            select.setString(1, citizenNumber);
            return bookings(select);
        }
    }

    static List<Booking> list(Connection connection, BookingFilter filter) throws SQLException {
        List<String> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        narrow(where, values, " and b.serial = ?", filter.serial());
        narrow(where, values, " and b.person_number = ?", filter.personNumber());
        narrow(where, values, " and b.payer = ?", filter.payer());
        narrow(where, values, " and b.period = ?", filter.period());
        narrow(where, values, " and b.receipt_number > ?", filter.after());
        String sql = "select " + COLUMNS + " from booking b where " + where + " order by b.receipt_number limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setString(i + 1, values.get(i));
            }
            select.setInt(values.size() + 1, filter.limit());
            return bookings(select);
        }
    }

    private static void narrow(StringBuilder where, List<String> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value.toString());
        }
    }

    private static List<Booking> bookings(PreparedStatement select) throws SQLException {
        List<Booking> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Booking(
                        rows.getString("receipt_number"),
                        rows.getString("serial"),
                        rows.getString("person_number"),
                        rows.getString("kind"),
                        YearMonth.parse(rows.getString("period")),
                        rows.getLong("base_fen"),
                        rows.getLong("amount_fen"),
                        rows.getString("payer"),
                        rows.getTimestamp("booked_at").toInstant()));
            }
        }
        return found;
    }
}
