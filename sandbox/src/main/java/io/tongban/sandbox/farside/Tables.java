package io.tongban.sandbox.farside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A database that is a far side by itself: its own functions answer each row.
 *
 * @param ledger selects serial, person, month, fen and receipt of what it has booked
 * @param mistakes its table of kind, serial, amount and day of what it tells wrongly
 * @param amount of such a mistake, of whole fen: an expression with one question mark
 */
record Tables(int port, Connections connections, String ledger, String mistakes, String amount, AutoCloseable server)
        implements FarSide {
    /** Ways in for whoever owns the database. */
    interface Connections {
        Connection open() throws SQLException;
    }

    @Override
    public Map<String, String> told() {
        return Map.of();
    }

    @Override
    public boolean tellsByFiles() {
        return false;
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

    /** Rows that are the same are read as one that was answered twice. */
    @Override
    public Set<Mistake.Kind> kinds() {
        return EnumSet.complementOf(EnumSet.of(Mistake.Kind.TWICE));
    }

    /** All at once, for somebody may be asking for a day. */
    @Override
    public void mistake(List<Mistake> all) throws SQLException {
        try (Connection connection = connections.open();
                Statement forget = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + mistakes + " values (?, ?, " + amount + ", ?)")) {
            connection.setAutoCommit(false);
            forget.executeUpdate("delete from " + mistakes);
            for (Mistake each : all) {
                insert.setString(1, each.kind().word());
                insert.setString(2, each.serial());
                insert.setLong(3, each.fen());
                insert.setObject(4, each.day());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
