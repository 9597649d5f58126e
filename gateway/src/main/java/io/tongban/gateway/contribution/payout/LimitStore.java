package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.payout.LimitLedger.MonthOfPerson;
import io.tongban.gateway.contribution.payout.LimitLedger.Sums;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Table contribution_month, as the limits of persons look at it. */
final class LimitStore {
    private LimitStore() {}

    /** Held until the transaction ends, in one order. */
    static void holdPersons(Handle handle, Collection<String> personIds) {
        handle.createQuery("SELECT id FROM person WHERE id = ANY (:persons) ORDER BY id FOR NO KEY UPDATE")
                .bindArray("persons", String.class, personIds.toArray())
                .mapTo(String.class)
                .list();
    }

    /** Of what is not given back; a month without any is missing. */
    static Map<MonthOfPerson, Sums> sums(Handle handle, String clientId, Collection<String> personIds) {
        Map<MonthOfPerson, Sums> sums = new HashMap<>();
        handle.createQuery("""
                        SELECT person_id, period, sum(held_fen) AS held_all,
                               sum(coalesce((held_by->>:client)::bigint, 0)) AS held_own
                          FROM contribution_month
                         WHERE person_id = ANY (:persons) AND state IN ('COLLECTING', 'SENT', 'PAID')
                         GROUP BY person_id, period
                        """)
                .bind("client", clientId)
                .bindArray("persons", String.class, personIds.toArray())
                .map((row, context) -> Map.entry(
                        new MonthOfPerson(row.getString("person_id"), YearMonth.parse(row.getString("period"))),
                        new Sums(row.getLong("held_all"), row.getLong("held_own"))))
                .forEach(each -> sums.put(each.getKey(), each.getValue()));
        return sums;
    }
}
