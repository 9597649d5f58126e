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
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The province's own dealings with the exchange tables, each on the connection that it is given. */
final class ExchangeTable {
    private static final String REPLY = "[flag], [return-code], [message], [reply-person-number], "
            + "[reply-receipt-number], [reply-amount], [reply-booked-at]";

    private final DialectSettings dialectSettings;

    ExchangeTable(DialectSettings dialectSettings) {
        this.dialectSettings = dialectSettings;
    }

    /** Rows that a simulator which ended in the middle of its work has left behind are new again. */
    void putBack(Connection connection) throws SQLException {
        try (Statement update = connection.createStatement()) {
            update.execute(dialectSettings.statement(
                    """
                    update [table] set [flag] = '0', [return-code] = null, [message] = null
                    where [flag] = '1' or ([flag] <> '0' and ([return-code] is null or [return-code] = 'UNCERTAIN'))
                    """.replace("UNCERTAIN", dialectSettings.returnCode(ReturnCode.UNCERTAIN))));
        }
    }

    /** Marks new rows as taken, oldest first. */
    List<RequestRow> take(Connection connection, Collection<Long> resting, int most) throws SQLException {
        try (PreparedStatement update = prepared(connection, """
                with taken as materialized (
                  select [number] as taken_number from [table] where [flag] = '0' and [number] <> all (?)
                  order by [number] limit ? for update skip locked)
                update [table] set [flag] = '1' from taken where [number] = taken_number returning [number],
                """ + RequestRow.COLUMNS)) {
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

    void flag(Connection connection, RequestRow row, String flag) throws SQLException {
        try (PreparedStatement update = prepared(connection, "update [table] set [flag] = ? where [number] = ?")) {
            update.setString(1, flag);
            update.setLong(2, row.number());
            update.executeUpdate();
        }
    }

    /** Writes the answer; what stood there before is gone. */
    void answer(Connection connection, RequestRow row, ReplyRow reply) throws SQLException {
        entries(connection, row, reply);
        try (PreparedStatement update =
                prepared(connection, "update [table] set (" + REPLY + ") = (?, ?, ?, ?, ?, ?, ?) where [number] = ?")) {
            update.setString(1, reply.flag());
            update.setString(2, dialectSettings.returnCode(reply.code()));
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
    void repeat(Connection connection, RequestRow row, boolean answered) throws SQLException {
        String columns = answered ? RequestRow.COLUMNS + ", " + REPLY : RequestRow.COLUMNS;
        try (PreparedStatement insert = prepared(
                connection,
                "insert into [table] (" + columns + ") select " + columns + " from [table] where [number] = ?")) {
            insert.setLong(1, row.number());
            insert.executeUpdate();
        }
    }

    /** Whether no other row has the same serial. */
    boolean isAlone(Connection connection, RequestRow row) throws SQLException {
        try (PreparedStatement select = prepared(
                connection, "select not exists (select 1 from [table] where [serial] = ? and [number] <> ?)")) {
            select.setString(1, serial(row));
            select.setLong(2, row.number());
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private void entries(Connection connection, RequestRow row, ReplyRow reply) throws SQLException {
        if (reply.entries().isEmpty()) {
            return;
        }
        String serial = serial(row);
        try (PreparedStatement delete = prepared(connection, "delete from [rows] where [serial] = ?");
                PreparedStatement insert = prepared(
                        connection,
                        "insert into [rows] ([serial], [kind], [state], [command], [paid-through], [entry-day],"
                                + " [entry-serial], [count], [entry-amount]) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            delete.setString(1, serial);
            delete.executeUpdate();
            for (ReplyRow.Entry entry : reply.entries()) {
                insert.setString(1, serial);
                Map<String, String> values = entry.values();
                insert.setString(2, coded(values.get("kind"), dialectSettings.codes()::kindOf));
                insert.setString(3, coded(values.get("state"), dialectSettings.codes()::stateOf));
                insert.setString(4, coded(values.get("command"), dialectSettings.codes()::commandOf));
                insert.setString(5, values.get("paid-through"));
                insert.setString(6, values.get("entry-day"));
                insert.setString(7, values.get("entry-serial"));
                insert.setString(8, values.get("count"));
                insert.setString(9, values.get("entry-amount"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable String coded(@Nullable String ours, UnaryOperator<String> code) {
        return ours == null ? null : code.apply(ours);
    }

    /** Keeps the row locked until the connection's transaction ends. */
    void lock(Connection connection, RequestRow row) throws SQLException {
        try (PreparedStatement lock = prepared(connection, "select 1 from [table] where [number] = ? for update")) {
            lock.setLong(1, row.number());
            lock.execute();
        }
    }

    private PreparedStatement prepared(Connection connection, String statement) throws SQLException {
        return connection.prepareStatement(dialectSettings.statement(statement));
    }

    private static String serial(RequestRow row) {
        return row.values().getOrDefault("serial", "");
    }
}
