package io.tongban.sandbox.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the gateway has stored of one run, read from its database: the far side of its own answers. */
final class GatewayBooks {
    private final DataSource database;
    private final String run;

    GatewayBooks(DataSource database, String run) {
        this.database = database;
        this.run = run;
    }

    /** @param refusal problem code, where it was refused */
    record Entry(
            String reference,
            String province,
            String serial,
            String state,
            long amountFen,
            @Nullable String receipt,
            @Nullable String refusal) {
        boolean isOpen() {
            return state.equals("ACCEPTED") || state.equals("IN_PROCESS") || state.equals("AWAITING_REVIEW");
        }

        boolean isConfirmed() {
            return state.equals("CONFIRMED");
        }
    }

    long unresolved() throws SQLException {
        return unresolved("%");
    }

    /** @param province two digits, or a pattern of SQL's like */
    long unresolved(String province) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) from withholding
                        where partner_reference like ? and province like ?
                          and state in ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW')
                        """)) {
            select.setString(1, run + "%");
            select.setString(2, province);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * Milliseconds from acceptance to outcome, in the order of acceptance, of all but one province and but those that are
     * answered by files.
     */
    List<Long> outcomeMillis(String butProvince) throws SQLException {
        List<Long> millis = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select (extract(epoch from settled_at - accepted_at) * 1000)::bigint
                        from withholding
                        where partner_reference like ? and province <> ? and settled_at is not null
                          and province not in (select province from spool_transfer_lease)
                        order by accepted_at, id
                        """)) {
            select.setString(1, run + "%");
            select.setString(2, butProvince);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    millis.add(rows.getLong(1));
                }
            }
        }
        return millis;
    }

    List<Entry> all() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select partner_reference, province, serial, state, amount_fen, province_receipt, refusal
                        from withholding where partner_reference like ?
                        """)) {
            select.setString(1, run + "%");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getLong(5),
                            rows.getString(6),
                            rows.getString(7)));
                }
            }
        }
        return entries;
    }
}
