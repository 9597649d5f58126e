package io.tongban.gateway.contribution.change;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.change.ChangeRecord.Correction;
import io.tongban.gateway.contribution.change.ChangeRecord.OfInsurance;
import io.tongban.gateway.contribution.change.ChangeRecord.State;
import io.tongban.province.InsuranceChange;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of the table insurance_change. */
final class ChangeRow {
    static final String COLUMNS = """
            id, client_id, partner_reference, position, person_id, worker_id, enrolment_id, province, change, insurance,
            from_month, base_fen, name, mobile, consent_reference, serial, state, refusal, province_receipt, accepted_at,
            settled_at, revision
            """;

    private ChangeRow() {}

    static ChangeRecord read(ResultSet row, StatementContext ignored) throws SQLException {
        String insurance = row.getString("insurance");
        String refusal = row.getString("refusal");
        Timestamp settledAt = row.getTimestamp("settled_at");
        return new ChangeRecord(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("partner_reference"),
                row.getInt("position"),
                row.getString("person_id"),
                row.getString("worker_id"),
                row.getString("enrolment_id"),
                new ProvinceCode(row.getString("province")),
                insurance == null
                        ? null
                        : new OfInsurance(
                                InsuranceChange.valueOf(row.getString("change")),
                                new InsuranceKind(insurance),
                                YearMonth.parse(row.getString("from_month")),
                                row.getLong("base_fen")),
                insurance == null ? new Correction(row.getBytes("name"), row.getBytes("mobile")) : null,
                row.getString("consent_reference"),
                row.getString("serial"),
                State.valueOf(row.getString("state")),
                refusal == null ? null : ProblemType.byCode(refusal).orElse(ProblemType.PROVINCE_REFUSED),
                row.getString("province_receipt"),
                row.getTimestamp("accepted_at").toInstant(),
                settledAt == null ? null : settledAt.toInstant(),
                row.getLong("revision"));
    }
}
