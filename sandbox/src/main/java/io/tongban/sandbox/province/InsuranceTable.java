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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was changed of persons and their insurances, each change once by its serial. */
final class InsuranceTable {
    private static final String NONE = "";

    private InsuranceTable() {}

    static Answer.Changed insert(
            Connection connection, SimulatedProvince province, String serial, InsuranceOrder order, Instant at)
            throws SQLException {
        return insert(
                connection,
                province,
                new Row(
                        serial,
                        order.personNumber(),
                        order.kind(),
                        order.change(),
                        order.from().toString(),
                        order.baseFen(),
                        at));
    }

    static Answer.Changed insert(
            Connection connection, SimulatedProvince province, String serial, CorrectionOrder order, Instant at)
            throws SQLException {
        return insert(
                connection, province, new Row(serial, order.personNumber(), NONE, Transaction.CORRECT, NONE, 0, at));
    }

    private record Row(
            String serial, String person, String kind, Transaction change, String from, long baseFen, Instant at) {}

    private static Answer.Changed insert(Connection connection, SimulatedProvince province, Row row)
            throws SQLException {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(row.at(), ProvinceTime.ZONE));
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into insurance_change
                  (receipt_number, serial, person_number, kind, change, from_month, base_fen, changed_at)
                values (? || lpad(nextval('receipt_sequence')::text, 10, '0'), ?, ?, ?, ?, ?, ?, ?)
                returning receipt_number
                """)) {
            insert.setString(1, province.code() + day);
            insert.setString(2, row.serial());
            insert.setString(3, row.person());
            insert.setString(4, row.kind());
            insert.setString(5, row.change().name());
            insert.setString(6, row.from());
            insert.setLong(7, row.baseFen());
            insert.setTimestamp(8, Timestamp.from(row.at()));
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return new Answer.Changed(rows.getString(1));
            }
        }
    }

    /** By kind, of those kinds of which anything was changed. */
    static Map<String, InsuranceHistory> of(Connection connection, String personNumber) throws SQLException {
        Map<String, List<InsuranceHistory.Change>> changes = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select kind, change, from_month from insurance_change
                where person_number = ? and change <> 'CORRECT' order by number
                """)) {
            select.setString(1, personNumber);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
                            .add(new InsuranceHistory.Change(
                                    Transaction.valueOf(rows.getString(2)), YearMonth.parse(rows.getString(3))));
                }
            }
        }
        Map<String, InsuranceHistory> histories = new HashMap<>();
        changes.forEach((kind, each) -> histories.put(kind, new InsuranceHistory(each)));
        return histories;
    }

    static InsuranceHistory of(Connection connection, String personNumber, String kind) throws SQLException {
        return of(connection, personNumber).getOrDefault(kind, new InsuranceHistory(List.of()));
    }

    static Optional<YearMonth> lastPaid(Connection connection, String personNumber, String kind) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select max(period) from booking where person_number = ? and kind = ?")) {
            select.setString(1, personNumber);
            select.setString(2, kind);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getString(1)).map(YearMonth::parse);
            }
        }
    }

    static List<InsuranceEntry> list(Connection connection, String citizenNumber) throws SQLException {
        List<InsuranceEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select c.serial, c.kind, c.change, c.from_month, c.base_fen
                from insurance_change c join person p using (person_number)
                where p.citizen_number = ? order by c.number
                """)) {
            select.setString(1, citizenNumber);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new InsuranceEntry(
                            rows.getString(1),
                            rows.getString(2),
                            Transaction.valueOf(rows.getString(3)),
                            rows.getString(4),
                            rows.getLong(5)));
                }
            }
        }
        return entries;
    }

    static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from insurance_change");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
