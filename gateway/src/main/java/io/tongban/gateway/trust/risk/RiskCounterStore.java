package io.tongban.gateway.trust.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Table risk_counter: shared by all nodes, and counted in the transaction of the effect or not at all. */
final class RiskCounterStore {
    private RiskCounterStore() {}

    /** Counts the effect in all of them, by one statement and in one order, and gives what they are then. */
    static Map<RiskCounter, RiskCounter.Count> add(Handle handle, Collection<RiskCounter> counters, long fen) {
        List<RiskCounter> ordered = new ArrayList<>(counters);
        ordered.sort(Comparator.comparing(RiskCounter::key));
        Map<String, RiskCounter.Count> counted = new HashMap<>();
        handle.createQuery("""
                        INSERT INTO risk_counter AS c (key, ends_at, number, fen)
                        SELECT key, ends_at, 1, :fen FROM unnest(:keys, :ends) WITH ORDINALITY AS k(key, ends_at, place)
                         ORDER BY place
                        ON CONFLICT (key) DO UPDATE SET number = c.number + 1, fen = c.fen + excluded.fen
                        RETURNING key, number, fen
                        """)
                .bind("fen", fen)
                .bindArray(
                        "keys",
                        String.class,
                        ordered.stream().map(RiskCounter::key).toArray())
                .bindArray(
                        "ends",
                        Instant.class,
                        ordered.stream().map(RiskCounter::ends).toArray())
                .map((row, context) -> Map.entry(
                        row.getString("key"), new RiskCounter.Count(row.getLong("number"), row.getLong("fen"))))
                .forEach(each -> counted.put(each.getKey(), each.getValue()));
        Map<RiskCounter, RiskCounter.Count> result = new HashMap<>();
        ordered.forEach(counter -> result.put(counter, counted.get(counter.key())));
        return result;
    }

    static int removeEndedBefore(Handle handle, Instant end, int most) {
        return handle.createUpdate("""
                        DELETE FROM risk_counter WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM risk_counter WHERE ends_at < :end LIMIT :most FOR UPDATE SKIP LOCKED))
                        """).bind("end", end).bind("most", most).execute();
    }
}
