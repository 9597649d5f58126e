package io.tongban.gateway.contribution.mandate;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Arrays;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of the table mandate. */
final class MandateRow {
    static final String COLUMNS = """
            id, client_id, partner_reference, worker_id, province, insurances, cap_fen, valid_from, valid_to, signed_at,
            agreement_reference, created_at, revoked_at, revision
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
                row.getTimestamp("created_at").toInstant(),
                revokedAt == null ? null : revokedAt.toInstant(),
                row.getLong("revision"));
    }
}
