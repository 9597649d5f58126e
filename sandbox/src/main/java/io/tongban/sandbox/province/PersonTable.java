package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Who is known. */
final class PersonTable {
    private PersonTable() {}

    /** Silent in {@link #toString()}: it holds personal data. */
    record Person(String personNumber, String citizenNumber, String name) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** Does nothing if the citizen number is known. */
    static void insert(Connection connection, SimulatedProvince province, RegisterOrder order, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into person (person_number, citizen_number, name, mobile, place, registered_at)
                values (? || lpad(nextval('person_sequence')::text, ?, '0'), ?, ?, ?, ?, ?)
                on conflict (citizen_number) do nothing
                """)) {
            insert.setString(1, province.code());
            insert.setInt(2, province.personNumberDigits() - province.code().length());
            insert.setString(3, order.citizenNumber());
            insert.setString(4, order.name());
            insert.setString(5, order.mobile());
            insert.setString(6, order.place());
            insert.setTimestamp(7, Timestamp.from(at));
            insert.executeUpdate();
        }
    }

    static Optional<Person> byCitizenNumber(Connection connection, String citizenNumber) throws SQLException {
        return find(
                connection,
                "select person_number, citizen_number, name from person where citizen_number = ?",
                citizenNumber);
    }

    static Optional<Person> byPersonNumber(Connection connection, String personNumber) throws SQLException {
        return find(
                connection,
                "select person_number, citizen_number, name from person where person_number = ?",
                personNumber);
    }

    /** Locked until the transaction ends, so that changes of one person come one after the other. */
    static Optional<Person> hold(Connection connection, String personNumber) throws SQLException {
        return find(
                connection,
                "select person_number, citizen_number, name from person where person_number = ? for update",
                personNumber);
    }

    static void correct(Connection connection, CorrectionOrder order) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update person set name = ?, mobile = ? where person_number = ?")) {
            update.setString(1, order.name());
            update.setString(2, order.mobile());
            update.setString(3, order.personNumber());
            update.executeUpdate();
        }
    }

    static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from person");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Optional<Person> find(Connection connection, String sql, String number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Person(rows.getString(1), rows.getString(2), rows.getString(3)))
                        : Optional.empty();
            }
        }
    }
}
