package io.tongban.gateway.contribution.payout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongban.gateway.contribution.policy.Mark;
import io.tongban.gateway.contribution.quote.MonthlyContribution;
import io.tongban.gateway.contribution.withholding.CollectedMonth;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Table contribution_month. */
@ApplicationScoped
class MonthStore {
    private static final String COLUMNS = """
            m.id, m.person_id, m.insurance, m.period, m.province, m.base_fen, m.due_fen, m.held_fen, m.state, m.withholding_id,
            coalesce((m.held_by->>:client)::bigint, 0) AS own_fen
            """;
    private static final String ASKED = """
            jsonb_to_recordset(:keys::jsonb) AS k(person text, insurance text, period text)
              ON m.person_id = k.person AND m.insurance = k.insurance AND m.period = k.period
            """;

    private final ObjectMapper json;

    @Inject
    MonthStore(ObjectMapper json) {
        this.json = json;
    }

    /** Those that there are, held until the transaction ends; all that decides on a part stands in the held row itself. */
    Map<MonthKey, Month> hold(Handle handle, String clientId, Collection<MonthKey> keys) {
        Map<MonthKey, Month> held = new HashMap<>();
        handle.createQuery("SELECT " + COLUMNS + "FROM contribution_month m JOIN " + ASKED
                        + "ORDER BY m.id FOR UPDATE OF m")
                .bind("client", clientId)
                .bind("keys", json(keys))
                .map(MonthStore::read)
                .forEach(month -> held.put(month.key(), month));
        return held;
    }

    Set<MonthKey> known(Handle handle, Collection<MonthKey> keys) {
        return new HashSet<>(
                handle.createQuery("SELECT m.person_id, m.insurance, m.period FROM contribution_month m JOIN " + ASKED)
                        .bind("keys", json(keys))
                        .map((row, context) -> key(row))
                        .list());
    }

    private String json(Collection<MonthKey> keys) {
        List<Map<String, String>> rows = keys.stream()
                .map(key -> Map.of(
                        "person", key.personId(),
                        "insurance", key.insurance().value(),
                        "period", key.period().toString()))
                .toList();
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings can be written", e);
        }
    }

    /** @return false if somebody else opened it; whoever is about to is waited for */
    boolean open(Handle handle, CollectedMonth month, Founding founding, Instant now) {
        Update insert = handle.createUpdate("""
                        INSERT INTO contribution_month (id, person_id, insurance, period, province, base_fen, due_fen,
                               held_fen, held_by, rule, mark, known_at, cut_off, closes_at, state, withholding_id,
                               opened_at, changed_at)
                        VALUES (:id, :person, :insurance, :period, :province, :base, :due, 0, '{}', :rule, :mark,
                                :knownAt, :cutOff, :closesAt, 'COLLECTING', :withholding, :now, :now)
                        ON CONFLICT ON CONSTRAINT contribution_month_unique DO NOTHING
                        """)
                .bind("person", month.personId())
                .bind("insurance", month.insurance().value())
                .bind("period", month.period().toString())
                .bind("withholding", month.withholdingId());
        return bound(insert, month, founding, now).execute() == 1;
    }

    /** It was opened in this transaction, and cannot be. */
    static void remove(Handle handle, String id) {
        handle.createUpdate("DELETE FROM contribution_month WHERE id = :id AND held_fen = 0")
                .bind("id", id)
                .execute();
    }

    /** Nothing is held of it. */
    void foundAnew(Handle handle, CollectedMonth month, Founding founding, Instant now) {
        Update update = handle.createUpdate("""
                        UPDATE contribution_month
                        SET province = :province, base_fen = :base, due_fen = :due, rule = :rule, mark = :mark,
                            known_at = :knownAt, cut_off = :cutOff, closes_at = :closesAt, changed_at = :now
                        WHERE id = :id AND held_fen = 0
                        """);
        bound(update, month, founding, now).execute();
    }

    private static Update bound(Update statement, CollectedMonth month, Founding founding, Instant now) {
        return statement
                .bind("id", month.id())
                .bind("province", month.province().value())
                .bind("base", month.baseFen())
                .bind("due", month.dueFen())
                .bind("rule", founding.rule())
                .bind("mark", founding.mark().name())
                .bind("knownAt", founding.knownAt())
                .bind("cutOff", founding.cutOff())
                .bind("closesAt", founding.closesAt())
                .bind("now", now);
    }

    static List<String> toClose(Handle handle, Instant now, int most) {
        return handle.createQuery("""
                        SELECT id FROM contribution_month WHERE state = 'COLLECTING' AND closes_at <= :now
                        ORDER BY closes_at, id LIMIT :most
                        """)
                .bind("now", now)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Empty if another node has it, or closed it. */
    static Optional<Month> holdToClose(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + """
                        FROM contribution_month m WHERE m.id = :id AND m.state = 'COLLECTING' FOR UPDATE SKIP LOCKED
                        """)
                .bind("client", "")
                .bind("id", id)
                .map(MonthStore::read)
                .findOne();
    }

    /** Of these withholdings, held until the transaction ends, and in the order in which all hold them. */
    static Map<String, String> holdOfWithholdings(Handle handle, List<String> withholdingIds) {
        Map<String, String> held = new LinkedHashMap<>();
        handle.createQuery("""
                        SELECT id, withholding_id FROM contribution_month WHERE withholding_id = ANY (:withholdings)
                        ORDER BY id FOR UPDATE
                        """)
                .bindArray("withholdings", String.class, withholdingIds.toArray())
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("withholding_id")))
                .forEach(row -> held.put(row.getKey(), row.getValue()));
        return held;
    }

    /** It is tried again after the others. */
    static void putOff(Handle handle, String id, Instant now, Instant next) {
        handle.createUpdate("""
                        UPDATE contribution_month
                        SET closes_at = :next, unclosed_since = coalesce(unclosed_since, :now)
                        WHERE id = :id AND state = 'COLLECTING'
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("next", next)
                .execute();
    }

    /** How many could not be closed. */
    static long unclosed(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) FROM contribution_month
                        WHERE state = 'COLLECTING' AND unclosed_since IS NOT NULL
                        """).mapTo(Long.class).one();
    }

    static void move(Handle handle, String id, Month.State state, Instant now) {
        handle.createUpdate("UPDATE contribution_month SET state = :state, changed_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .bind("now", now)
                .execute();
    }

    /** What is held of it is no more than that by now; it stands on the rules of that day from now on. */
    static void lower(Handle handle, String id, MonthlyContribution due, Mark mark, LocalDate knownAt, Instant now) {
        handle.createUpdate("""
                        UPDATE contribution_month
                        SET due_fen = :due, rule = :rule, mark = :mark, known_at = :knownAt, changed_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("due", due.fen())
                .bind("rule", due.rule().id())
                .bind("mark", mark.name())
                .bind("knownAt", knownAt)
                .bind("now", now)
                .execute();
    }

    /** It was never sent, and never will be. */
    static void dissolve(Handle handle, String id, Instant now) {
        handle.createUpdate("""
                        UPDATE contribution_month SET state = 'RETURNED', withholding_id = NULL, changed_at = :now
                        WHERE id = :id
                        """).bind("id", id).bind("now", now).execute();
    }

    /** Months that still collect and have parts under the mandate, held until the transaction ends. */
    static List<String> holdOfMandate(Handle handle, String mandateId) {
        return handle.createQuery("""
                        SELECT id FROM contribution_month m WHERE state = 'COLLECTING' AND EXISTS (
                               SELECT 1 FROM contribution_part p
                                WHERE p.month_id = m.id AND p.mandate_id = :mandate AND p.state = 'HELD')
                        ORDER BY id FOR UPDATE OF m
                        """)
                .bind("mandate", mandateId)
                .mapTo(String.class)
                .list();
    }

    /** Of these, those that still collect and whose cut-off has not passed; all held until the transaction ends. */
    static List<String> holdOpen(Handle handle, List<String> ids, LocalDate today) {
        return handle.createQuery("""
                        SELECT id FROM contribution_month
                        WHERE id IN (<ids>) AND state = 'COLLECTING' AND cut_off >= :today ORDER BY id FOR UPDATE
                        """)
                .bindList("ids", ids)
                .bind("today", today)
                .mapTo(String.class)
                .list();
    }

    static void release(Handle handle, String id, String clientId, long fen, Instant now) {
        handle.createUpdate("""
                        UPDATE contribution_month
                        SET held_fen = held_fen - :fen, changed_at = :now,
                            held_by = held_by || jsonb_build_object(:client::text, (held_by->>:client)::bigint - :fen)
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("client", clientId)
                .bind("fen", fen)
                .bind("now", now)
                .execute();
    }

    private static Month read(ResultSet row, StatementContext ignored) throws SQLException {
        return new Month(
                row.getString("id"),
                key(row),
                new ProvinceCode(row.getString("province")),
                row.getLong("base_fen"),
                row.getLong("due_fen"),
                row.getLong("held_fen"),
                row.getLong("own_fen"),
                Month.State.valueOf(row.getString("state")),
                row.getString("withholding_id"));
    }

    private static MonthKey key(ResultSet row) throws SQLException {
        return new MonthKey(
                row.getString("person_id"),
                new InsuranceKind(row.getString("insurance")),
                YearMonth.parse(row.getString("period")));
    }
}
