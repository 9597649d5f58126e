package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import org.jdbi.v3.core.statement.StatementContext;

/** A month that one partner is paying, or holds a part of, and that is neither confirmed nor failed yet. */
public record MonthUnderWay(
        String clientId, String personId, ProvinceCode province, InsuranceKind insurance, YearMonth period) {
    /** Reads client_id, person_id, province, insurance and period. */
    public static MonthUnderWay read(ResultSet row, StatementContext ignored) throws SQLException {
        return new MonthUnderWay(
                row.getString("client_id"),
                row.getString("person_id"),
                new ProvinceCode(row.getString("province")),
                new InsuranceKind(row.getString("insurance")),
                YearMonth.parse(row.getString("period")));
    }
}
