package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithholdingRecord.State;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of the table withholding. */
final class WithholdingRow {
    static final String COLUMNS = """
            id, client_id, payer, partner_reference, person_id, worker_id, mandate_id, enrolment_id, province,
            insurance, period, base_fen, amount_fen, serial, state, refusal, province_receipt, accepted_at, settled_at,
            reversed_at, revision
            """;

    private WithholdingRow() {}

    static WithholdingRecord read(ResultSet row, StatementContext ignored) throws SQLException {
        String refusal = row.getString("refusal");
        Timestamp settledAt = row.getTimestamp("settled_at");
        Timestamp reversedAt = row.getTimestamp("reversed_at");
        return new WithholdingRecord(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("payer"),
                row.getString("partner_reference"),
                row.getString("person_id"),
                row.getString("worker_id"),
                row.getString("mandate_id"),
                row.getString("enrolment_id"),
                new ProvinceCode(row.getString("province")),
                new InsuranceKind(row.getString("insurance")),
                YearMonth.parse(row.getString("period")),
                row.getLong("base_fen"),
                row.getLong("amount_fen"),
                row.getString("serial"),
                State.valueOf(row.getString("state")),
                refusal == null ? null : ProblemType.byCode(refusal).orElse(ProblemType.PROVINCE_REFUSED),
                row.getString("province_receipt"),
                row.getTimestamp("accepted_at").toInstant(),
                settledAt == null ? null : settledAt.toInstant(),
                reversedAt == null ? null : reversedAt.toInstant(),
                row.getLong("revision"));
    }
}
