package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.withholding.MonthUnderWay;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Table contribution_month, as others look at it: what is collected from payouts, and what came of it. */
@ApplicationScoped
public class CollectingMonths {
    /**
     * A month of which something is held.
     *
     * @param heldFen by all platforms, or by the one that was asked for
     * @param paid whether the province has confirmed it; it is being collected else
     */
    public record Collecting(
            String personId,
            ProvinceCode province,
            InsuranceKind insurance,
            YearMonth period,
            LocalDate cutOff,
            long heldFen,
            long baseFen,
            boolean paid,
            Instant changedAt) {
        public boolean is(ProvinceCode there, InsuranceKind kind) {
            return province.equals(there) && insurance.equals(kind);
        }
    }

    /** Of persons, what is collected and not closed yet. */
    public List<Collecting> open(Handle handle, Collection<String> personIds) {
        return handle.createQuery("""
                        SELECT person_id, province, insurance, period, cut_off, held_fen AS held, base_fen, state, changed_at
                          FROM contribution_month
                         WHERE person_id = ANY (:persons) AND state = 'COLLECTING' AND held_fen > 0
                         ORDER BY person_id, province, insurance, period
                        """)
                .bindArray("persons", String.class, personIds.toArray())
                .map(CollectingMonths::read)
                .list();
    }

    /** Of persons, who holds a part of what is collected or on its way. */
    public List<MonthUnderWay> holders(Handle handle, Collection<String> personIds) {
        return handle.createQuery("""
                        SELECT h.key AS client_id, m.person_id, m.province, m.insurance, m.period
                          FROM contribution_month m CROSS JOIN LATERAL jsonb_each_text(m.held_by) h
                         WHERE m.person_id = ANY (:persons) AND m.state IN ('COLLECTING', 'SENT') AND h.value::bigint > 0
                        """)
                .bindArray("persons", String.class, personIds.toArray())
                .map(MonthUnderWay::read)
                .list();
    }

    /** Of a person, what one platform holds or has paid. */
    public List<Collecting> of(Handle handle, String clientId, String personId) {
        return handle.createQuery("""
                        SELECT person_id, province, insurance, period, cut_off, (held_by->>:client)::bigint AS held, base_fen,
                               state, changed_at
                          FROM contribution_month
                         WHERE person_id = :person AND state IN ('COLLECTING', 'SENT', 'PAID')
                           AND (held_by->>:client)::bigint > 0
                         ORDER BY province, insurance, period
                        """)
                .bind("client", clientId)
                .bind("person", personId)
                .map(CollectingMonths::read)
                .list();
    }

    private static Collecting read(ResultSet row, StatementContext ignored) throws SQLException {
        return new Collecting(
                row.getString("person_id"),
                new ProvinceCode(row.getString("province")),
                new InsuranceKind(row.getString("insurance")),
                YearMonth.parse(row.getString("period")),
                row.getObject("cut_off", LocalDate.class),
                row.getLong("held"),
                row.getLong("base_fen"),
                row.getString("state").equals("PAID"),
                row.getTimestamp("changed_at").toInstant());
    }
}
