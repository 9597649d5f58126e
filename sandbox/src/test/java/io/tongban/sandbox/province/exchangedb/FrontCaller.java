package io.tongban.sandbox.province.exchangedb;

import static org.awaitility.Awaitility.await;

import io.tongban.sandbox.province.Serials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A caller who knows the dialect's page, and nothing of the simulator's code. */
final class FrontCaller implements AutoCloseable {
    static final String OPERATOR = "tongban_43";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;

    FrontCaller(String endpoint, String password) throws SQLException {
        connection = DriverManager.getConnection("jdbc:" + endpoint, OPERATOR, password);
    }

    /** Inserts a row and returns its serial. */
    String insert(String transaction, Map<String, String> fields) throws SQLException {
        return insert(Serials.next(), transaction, fields);
    }

    String insert(String serial, String transaction, Map<String, String> fields) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("lsh", serial);
        all.put("jydm", transaction);
        all.put("czy", OPERATOR);
        all.put("fssj", "20261123180000");
        String marks = ", ?".repeat(all.size()).substring(2);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into si_exchange (" + String.join(", ", all.keySet()) + ") values (" + marks + ")")) {
            int i = 1;
            for (String value : all.values()) {
                insert.setString(i++, value);
            }
            insert.executeUpdate();
        }
        return serial;
    }

    /** Every row of the serial, columns by name; null as empty. */
    List<Map<String, String>> rows(String serial) {
        return select("select * from si_exchange where lsh = ? order by xh", serial);
    }

    Map<String, String> row(String serial) {
        return rows(serial).get(0);
    }

    List<Map<String, String>> entries(String serial) {
        return select("select aae140, aac031, aae042 from si_exchange_rows where lsh = ? order by aae140", serial);
    }

    /** Waits for the first row's flag and code, such as {@code 2 0000}. */
    Map<String, String> until(String serial, String flagAndCode) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> flagAndCode(row(serial)).equals(flagAndCode));
        return row(serial);
    }

    static String flagAndCode(Map<String, String> row) {
        return (row.get("bz") + " " + row.get("fhdm")).strip();
    }

    Connection connection() {
        return connection;
    }

    private List<Map<String, String>> select(String sql, String serial) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, serial);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        String value = result.getString(i);
                        row.put(result.getMetaData().getColumnName(i), value == null ? "" : value);
                    }
                    rows.add(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
