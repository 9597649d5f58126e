package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A month that a province has confirmed.
 *
 * @param settledAt when the gateway learned of it
 */
public record PaidMonth(ProvinceCode province, InsuranceKind insurance, YearMonth period, Instant settledAt) {
    static PaidMonth of(ResultSet row, StatementContext ignored) throws SQLException {
        return new PaidMonth(
                new ProvinceCode(row.getString("province")),
                new InsuranceKind(row.getString("insurance")),
                YearMonth.parse(row.getString("period")),
                row.getTimestamp("settled_at").toInstant());
    }
}
