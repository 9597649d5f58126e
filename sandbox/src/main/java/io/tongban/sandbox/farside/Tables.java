package io.tongban.sandbox.farside;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A database that is a far side by itself: its own functions answer each row.
 *
 * @param ledger selects serial, person, month, fen and receipt of what it has booked
 */
record Tables(int port, Connections connections, String ledger, AutoCloseable server) implements FarSide {
    /** Ways in for whoever owns the database. */
    interface Connections {
        Connection open() throws SQLException;
    }

    @Override
    public Map<String, String> told() {
        return Map.of();
    }

    @Override
    public List<Booked> booked() throws SQLException {
        try (Connection connection = connections.open();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(ledger)) {
            List<Booked> booked = new ArrayList<>();
            while (rows.next()) {
                booked.add(new Booked(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4), rows.getString(5)));
            }
            return booked;
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
