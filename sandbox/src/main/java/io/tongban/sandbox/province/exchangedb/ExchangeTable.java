package io.tongban.sandbox.province.exchangedb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The province's own dealings with the exchange tables, each on the connection that it is given. */
final class ExchangeTable {
    private static final String COLUMNS = String.join(", ", RequestRow.COLUMNS);
    private static final String REPLY = "bz, fhdm, fhxx, r_aac001, r_dzdh, r_yjje, r_jzsj";

    private ExchangeTable() {}

    /** Rows that a simulator which ended in the middle of its work has left behind are new again. */
    static void putBack(Connection connection) throws SQLException {
        try (Statement update = connection.createStatement()) {
            update.execute("""
                    update front.si_exchange set bz = '0', fhdm = null, fhxx = null
                    where bz = '1' or (bz <> '0' and fhdm is null) or fhdm = '9999'
                    """);
        }
    }

    /** Marks new rows as taken, oldest first. */
    static List<RequestRow> take(Connection connection, Collection<Long> resting, int most) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                with taken as materialized (
                  select xh from front.si_exchange where bz = '0' and xh <> all (?) order by xh limit ?
                  for update skip locked)
                update front.si_exchange e set bz = '1' from taken where e.xh = taken.xh returning e.*
                """)) {
            update.setArray(1, connection.createArrayOf("bigint", resting.toArray()));
            update.setInt(2, most);
            List<RequestRow> rows = new ArrayList<>();
            try (ResultSet result = update.executeQuery()) {
                while (result.next()) {
                    rows.add(RequestRow.of(result));
                }
            }
            rows.sort(Comparator.comparing(RequestRow::number));
            return rows;
        }
    }

    static void flag(Connection connection, RequestRow row, String flag) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update front.si_exchange set bz = ? where xh = ?")) {
            update.setString(1, flag);
            update.setLong(2, row.number());
            update.executeUpdate();
        }
    }

    /** Writes the answer; what stood there before is gone. */
    static void answer(Connection connection, RequestRow row, ReplyRow reply) throws SQLException {
        entries(connection, row, reply);
        try (PreparedStatement update = connection.prepareStatement(
                "update front.si_exchange set (" + REPLY + ") = (?, ?, ?, ?, ?, ?, ?) where xh = ?")) {
            update.setString(1, reply.flag());
            update.setString(2, reply.code().digits());
            update.setString(3, reply.code().message());
            update.setString(4, reply.personNumber());
            update.setString(5, reply.receiptNumber());
            update.setString(6, reply.amount());
            update.setString(7, reply.bookedAt());
            update.setLong(8, row.number());
            update.executeUpdate();
        }
    }

    /** Puts a second row of the same request there. */
    static void repeat(Connection connection, RequestRow row, boolean answered) throws SQLException {
        String columns = answered ? COLUMNS + ", " + REPLY : COLUMNS;
        try (PreparedStatement insert = connection.prepareStatement("insert into front.si_exchange (" + columns
                + ") select " + columns + " from front.si_exchange where xh = ?")) {
            insert.setLong(1, row.number());
            insert.executeUpdate();
        }
    }

    /** Whether no other row has the same serial. */
    static boolean isAlone(Connection connection, RequestRow row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select not exists (select 1 from front.si_exchange o join front.si_exchange e using (lsh)
                                   where e.xh = ? and o.xh <> e.xh)
                """)) {
            select.setLong(1, row.number());
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static void entries(Connection connection, RequestRow row, ReplyRow reply) throws SQLException {
        if (reply.entries().isEmpty()) {
            return;
        }
        String serial = row.values().getOrDefault("lsh", "");
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from front.si_exchange_rows where lsh = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into front.si_exchange_rows values (?, ?, ?, ?)")) {
            delete.setString(1, serial);
            delete.executeUpdate();
            for (ReplyRow.Entry entry : reply.entries()) {
                insert.setString(1, serial);
                insert.setString(2, entry.kind());
                insert.setString(3, entry.state());
                insert.setString(4, entry.paidThrough());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
