package io.tongban.gateway.contribution.withholding;

import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Months of persons that are paid or on their way, whoever pays; and of a partner, its own. */
final class PaidMonths {
    /**
     * What was confirmed or is on its way, and what provinces say is paid: a last month stands for all from the first one
     * on that is known, since provinces name the last one before a gap.
     */
    private static final String OF_PERSONS = """
            SELECT person_id, province, insurance, period, coalesce(settled_at, accepted_at) AS known_at, base_fen,
                   CASE state WHEN 'CONFIRMED' THEN 'CONFIRMED' ELSE 'UNDER_WAY' END AS source
              FROM withholding
             WHERE person_id = ANY (:persons) AND state IN ('CONFIRMED', 'ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW')
            UNION ALL
            SELECT person_id, province, insurance, period, said_at, 0, 'REFUSED_AS_PAID'
              FROM paid_there WHERE person_id = ANY (:persons)
            UNION ALL
            SELECT p.person_id, p.province, p.insurance, to_char(month, 'YYYY-MM'), p.said_at, 0, 'PAID_THROUGH'
              FROM paid_through_there p
             CROSS JOIN LATERAL generate_series(
                   to_date(coalesce(
                       (SELECT min(w.period) FROM withholding w
                         WHERE w.person_id = p.person_id AND w.insurance = p.insurance AND w.province = p.province
                           AND w.state = 'CONFIRMED' AND w.period <= p.paid_through),
                       p.paid_through), 'YYYY-MM'),
                   to_date(p.paid_through, 'YYYY-MM'), interval '1 month') AS month
             WHERE p.person_id = ANY (:persons)
             ORDER BY 1, 2, 3, 4
            """;

    private PaidMonths() {}

    static List<PaidMonth> of(Handle handle, Collection<String> personIds) {
        return handle.createQuery(OF_PERSONS)
                .bindArray("persons", String.class, personIds.toArray())
                .map(PaidMonths::read)
                .list();
    }

    /** Those that this partner withheld for its worker, ascending. */
    static List<PaidMonth> through(Handle handle, String clientId, String workerId) {
        return handle.createQuery("""
                        SELECT person_id, province, insurance, period, coalesce(settled_at, accepted_at) AS known_at,
                               base_fen, CASE state WHEN 'CONFIRMED' THEN 'CONFIRMED' ELSE 'UNDER_WAY' END AS source
                          FROM withholding
                         WHERE client_id = :client AND worker_id = :worker
                           AND state IN ('CONFIRMED', 'ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW')
                         ORDER BY province, insurance, period
                        """)
                .bind("client", clientId)
                .bind("worker", workerId)
                .map(PaidMonths::read)
                .list();
    }

    /** What partners withheld for persons directly, and is on its way. */
    static List<MonthUnderWay> underWay(Handle handle, Collection<String> personIds) {
        return handle.createQuery("""
                        SELECT client_id, person_id, province, insurance, period FROM withholding
                         WHERE person_id = ANY (:persons) AND state IN ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW')
                        """)
                .bindArray("persons", String.class, personIds.toArray())
                .map(MonthUnderWay::read)
                .list();
    }

    private static PaidMonth read(ResultSet row, StatementContext ignored) throws SQLException {
        return new PaidMonth(
                row.getString("person_id"),
                new ProvinceCode(row.getString("province")),
                new InsuranceKind(row.getString("insurance")),
                YearMonth.parse(row.getString("period")),
                row.getTimestamp("known_at").toInstant(),
                row.getLong("base_fen"),
                PaidMonth.Source.valueOf(row.getString("source")));
    }
}
