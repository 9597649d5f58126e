package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Bookings that were taken back, and serials that may book nothing any more. */
final class ReversalTable {
    private static final Answer NOTHING_TO_REVERSE = new Answer.Refused(Refusal.SERIAL_NOT_FOUND);

    private ReversalTable() {}

    static Answer reverse(Connection connection, String serial, Instant at) throws SQLException {
        // The claim waits for a withholding that is just being booked under this serial.
        if (TransactionTable.claim(connection, serial, Transaction.WITHHOLD, at)) {
            TransactionTable.settle(connection, serial, new Answer.Refused(Refusal.REVERSED));
            return NOTHING_TO_REVERSE;
        }
        if (takeBack(connection, serial, at)) {
            TransactionTable.settle(connection, serial, new Answer.Refused(Refusal.REVERSED));
        }
        return reversedBefore(connection, serial);
    }

    static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from reversed_booking");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** False if nothing is booked under the serial, or another reversal was faster. */
    private static boolean takeBack(Connection connection, String serial, Instant at) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement("""
                with gone as (delete from booking where serial = ? returning *)
                insert into reversed_booking select gone.*, ?::timestamptz from gone
                """)) {
            move.setString(1, serial);
            move.setTimestamp(2, Timestamp.from(at));
            return move.executeUpdate() == 1;
        }
    }

    private static Answer reversedBefore(Connection connection, String serial) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select reversed_at from reversed_booking where serial = ?")) {
            select.setString(1, serial);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Answer.Reversed(rows.getTimestamp(1).toInstant()) : NOTHING_TO_REVERSE;
            }
        }
    }
}
