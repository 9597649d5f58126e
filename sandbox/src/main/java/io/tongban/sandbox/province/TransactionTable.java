package io.tongban.sandbox.province;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each serial. */
final class TransactionTable {
    private static final String DONE = "DONE";

    private TransactionTable() {}

    /** Takes the serial, waiting for a call that is just taking the same one; false if it is taken already. */
    static boolean claim(Connection connection, String serial, Transaction transaction, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into business_transaction (serial, transaction, verdict, at) values (?, ?, 'CLAIMED', ?)
                on conflict (serial) do nothing
                """)) {
            insert.setString(1, serial);
            insert.setString(2, transaction.name());
            insert.setTimestamp(3, Timestamp.from(at));
            return insert.executeUpdate() == 1;
        }
    }

    static void settle(Connection connection, String serial, Answer answer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update business_transaction set verdict = ?, person_number = ? where serial = ?")) {
            update.setString(
                    1,
                    answer instanceof Answer.Refused refused ? refused.reason().name() : DONE);
            update.setString(2, answer instanceof Answer.Registered registered ? registered.personNumber() : null);
            update.setString(3, serial);
            update.executeUpdate();
        }
    }

    /** The original answer to a serial. */
    static Optional<Answer> find(Connection connection, String serial, @Nullable Transaction transaction)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select t.transaction, t.verdict, t.person_number,
                       coalesce(b.receipt_number, c.receipt_number) as receipt_number, b.amount_fen, b.booked_at
                from business_transaction t left join booking b on b.serial = t.serial
                  left join insurance_change c on c.serial = t.serial
                where t.serial = ? and (t.transaction = ? or ?::text is null)
                """)) {
            String wanted = transaction == null ? null : transaction.name();
            select.setString(1, serial);
            select.setString(2, wanted);
            select.setString(3, wanted);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(answer(rows)) : Optional.empty();
            }
        }
    }

    static Optional<Transaction> transaction(Connection connection, String serial) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select transaction from business_transaction where serial = ?")) {
            select.setString(1, serial);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(Transaction.valueOf(rows.getString(1))) : Optional.empty();
            }
        }
    }

    static long countRefused(Connection connection, Refusal reason) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*) from business_transaction where verdict = ?")) {
            select.setString(1, reason.name());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Answer answer(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        if (!verdict.equals(DONE)) {
            return new Answer.Refused(Refusal.valueOf(verdict));
        }
        return switch (Transaction.valueOf(row.getString("transaction"))) {
            case REGISTER -> new Answer.Registered(row.getString("person_number"));
            case WITHHOLD ->
                new Answer.Booked(
                        row.getString("receipt_number"),
                        row.getLong("amount_fen"),
                        row.getTimestamp("booked_at").toInstant());
            case ENROL, CHANGE_BASE, PAUSE, RESUME, END, CORRECT -> new Answer.Changed(row.getString("receipt_number"));
            case SIGN_IN, INQUIRE, REVERSE, STATUS, DAY_TOTALS, DAY_ITEMS ->
                throw new IllegalStateException("a transaction that leaves no trace");
        };
    }
}
