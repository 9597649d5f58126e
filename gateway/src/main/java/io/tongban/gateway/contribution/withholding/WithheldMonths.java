package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The last months that a person's insurances are paid for, or are being paid. */
public final class WithheldMonths {
    private WithheldMonths() {}

    /**
     * The last month of one insurance at one province.
     *
     * @param told the last one that the asking partner may hear of: what is confirmed, or its own
     */
    public record Last(
            ProvinceCode province,
            InsuranceKind insurance,
            YearMonth period,
            @Nullable YearMonth told) {}

    /** Of whichever partner's withholdings; what was refused or taken back does not count. */
    public static List<Last> of(Handle handle, String clientId, String personId) {
        return handle.createQuery("""
                        SELECT province, insurance, max(period) AS period,
                               max(period) FILTER (WHERE state = 'CONFIRMED' OR client_id = :client) AS told
                          FROM withholding
                        WHERE person_id = :person AND state NOT IN ('REFUSED', 'REVERSED')
                        GROUP BY province, insurance
                        """)
                .bind("client", clientId)
                .bind("person", personId)
                .map((row, context) -> new Last(
                        new ProvinceCode(row.getString("province")),
                        new InsuranceKind(row.getString("insurance")),
                        YearMonth.parse(row.getString("period")),
                        month(row.getString("told"))))
                .list();
    }

    private static @Nullable YearMonth month(@Nullable String column) {
        return column == null ? null : YearMonth.parse(column);
    }
}
