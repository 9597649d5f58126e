package io.tongban.sandbox.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * The floor under an accepted withholding: the rows that one leaves behind (answer, withholding, outbox, audit) written
 * again, as they are, into tables of the same shape with the same indexes, in a transaction of four inserts, and nothing
 * else.
 */
final class BareTransaction {
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final DataSource database;
    private final List<List<Row>> transactions = new ArrayList<>();

    private record Row(String insert, List<Object> values) {}

    /** @param run what the references of the withholdings begin with whose rows are taken */
    BareTransaction(DataSource database, String run, int count) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection()) {
            List<Row> answers = rows(
                    connection,
                    "idempotency",
                    "select %s from idempotency where key like ? and status = 202 order by key limit " + count,
                    run);
            List<Row> withholdings = rows(
                    connection,
                    "withholding",
                    "select %s from withholding where partner_reference like ? order by id limit " + count,
                    run);
            List<Row> outbox = rows(
                    connection,
                    "outbox",
                    "select %s from (select 'withholding' as kind, id as subject_id, 'province:' || province as lane,"
                            + " person_id || ':' || province as order_key, null::text as traceparent,"
                            + " accepted_at as created_at, accepted_at as due_at, 0 as attempts,"
                            + " null::timestamptz as sent_at, null::timestamptz as leased_until,"
                            + " null::uuid as lease_token, partner_reference from withholding) o"
                            + " where partner_reference like ? order by subject_id limit " + count,
                    run);
            List<Row> audit = rows(
                    connection,
                    "audit",
                    "select %s from (select a.at, a.actor_kind, a.actor, a.tenant, a.action, a.subject_id, a.facts,"
                            + " null::bigint as position,"
                            + " null::text as previous_hash, null::text as hash, w.partner_reference"
                            + " from audit a join withholding w on w.id = a.subject_id"
                            + " where a.action = 'withholding.accepted') o"
                            + " where partner_reference like ? order by subject_id limit " + count,
                    run);
            for (int i = 0; i < Math.min(count, audit.size()); i++) {
                transactions.add(List.of(answers.get(i), withholdings.get(i), outbox.get(i), audit.get(i)));
            }
        }
    }

    private static List<Row> rows(Connection connection, String table, String select, String run) throws SQLException {
        List<String> columns = columns(connection, table);
        String names = String.join(", ", columns);
        String insert = "insert into bare." + table + " (" + names + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        List<Row> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select.formatted(names))) {
            statement.setString(1, run + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int column = 1; column <= columns.size(); column++) {
                        values.add(rows.getObject(column));
                    }
                    found.add(new Row(insert, values));
                }
            }
        }
        return found;
    }

    /** Makes the table of the same shape, and says which columns are for the writer to fill. */
    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bare");
            statement.execute(
                    "create table if not exists bare." + table + " (like public." + table + " including all)");
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select column_name from information_schema.columns"
                    + " where table_schema = 'public' and table_name = '" + table + "'"
                    + " and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position")) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        }
    }

    /** Writes them all, as many at a time as there are callers, and begins with empty tables. */
    int write(int callers) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate bare.idempotency, bare.withholding, bare.outbox, bare.audit");
        }
        List<List<List<Row>>> shares = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int first = transactions.size() * caller / callers;
            shares.add(transactions.subList(first, transactions.size() * (caller + 1) / callers));
        }
        try (Callers threads = new Callers(callers, AT_MOST)) {
            threads.each(shares, this::write);
        }
        return transactions.size();
    }

    private void write(List<List<Row>> share) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> inserts = new ArrayList<>();
            try {
                for (Row row : share.get(0)) {
                    inserts.add(connection.prepareStatement(row.insert));
                }
                for (List<Row> transaction : share) {
                    for (int i = 0; i < inserts.size(); i++) {
                        write(inserts.get(i), transaction.get(i).values);
                    }
                    connection.commit();
                }
            } finally {
                for (PreparedStatement insert : inserts) {
                    insert.close();
                }
            }
        }
    }

    private static void write(PreparedStatement insert, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
        insert.executeUpdate();
    }
}
