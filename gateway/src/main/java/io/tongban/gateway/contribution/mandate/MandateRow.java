package io.tongban.gateway.contribution.mandate;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Arrays;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table mandate. */
final class MandateRow {
    static final String COLUMNS = """
            id, client_id, partner_reference, worker_id, province, insurances, cap_fen, valid_from, valid_to, signed_at,
            agreement_reference, created_at, revoked_at, revision, payout_base_fen, payout_share_percent,
            payout_most_percent, payout_makes_up, payout_floor_fen, payout_limit_fen
            """;

    private MandateRow() {}

    static RecordedMandate read(ResultSet row, StatementContext ignored) throws SQLException {
        String validTo = row.getString("valid_to");
        Timestamp revokedAt = row.getTimestamp("revoked_at");
        return new RecordedMandate(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("partner_reference"),
                row.getString("worker_id"),
                new ProvinceCode(row.getString("province")),
                Arrays.stream((String[]) row.getArray("insurances").getArray())
                        .map(InsuranceKind::new)
                        .toList(),
                row.getLong("cap_fen"),
                YearMonth.parse(row.getString("valid_from")),
                validTo == null ? null : YearMonth.parse(validTo),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("agreement_reference"),
                terms(row),
                row.getTimestamp("created_at").toInstant(),
                revokedAt == null ? null : revokedAt.toInstant(),
                row.getLong("revision"));
    }

    private static @Nullable PayoutTerms terms(ResultSet row) throws SQLException {
        long base = row.getLong("payout_base_fen");
        return row.wasNull()
                ? null
                : new PayoutTerms(
                        base,
                        row.getInt("payout_share_percent"),
                        row.getInt("payout_most_percent"),
                        row.getBoolean("payout_makes_up"),
                        row.getLong("payout_floor_fen"),
                        row.getObject("payout_limit_fen", Long.class));
    }
}
