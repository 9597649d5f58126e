package io.tongban.gateway.trust.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table risk_case. */
final class RiskCaseStore {
    private static final String ALL = """
            SELECT id, state, rule, client_id, operation, reference, worker_id, mandate_id, amount_fen, operator, point,
                   opened_at, decided_at, decided_by, note FROM risk_case
            """;

    private RiskCaseStore() {}

    /** The one that tells of it: this, or an earlier one that is held for it or was refused by the same rule. */
    static RiskCase open(Handle handle, RiskCase opened) {
        Optional<RiskCase> found = Optional.empty();
        while (found.isEmpty()) {
            // One that stood in the way may be decided before it is read.
            insert(handle, opened);
            found = standing(handle, opened);
        }
        return found.get();
    }

    private static void insert(Handle handle, RiskCase opened) {
        handle.createUpdate("""
                        INSERT INTO risk_case (id, state, rule, client_id, operation, reference, worker_id, mandate_id,
                                               amount_fen, operator, point, opened_at)
                        VALUES (:id, :state, :rule, :client, :operation, :reference, :worker, :mandate, :fen, :operator,
                                :point, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", opened.id())
                .bind("state", opened.state().name())
                .bind("rule", opened.rule())
                .bind("client", opened.clientId())
                .bind("operation", opened.operation())
                .bind("reference", opened.reference())
                .bind("worker", opened.workerId())
                .bind("mandate", opened.mandateId())
                .bind("fen", opened.amountFen())
                .bind("operator", opened.operator())
                .bind("point", opened.point())
                .bind("at", opened.openedAt())
                .execute();
    }

    private static Optional<RiskCase> standing(Handle handle, RiskCase opened) {
        return handle.createQuery(ALL + """
                        WHERE id = :id OR (client_id = :client AND operation = :operation AND reference = :reference
                                           AND state = :state AND (state = 'HELD' OR state = 'REFUSED' AND rule = :rule))
                        ORDER BY (id = :id) DESC LIMIT 1
                        """)
                .bind("id", opened.id())
                .bind("client", opened.clientId())
                .bind("operation", opened.operation())
                .bind("reference", opened.reference())
                .bind("state", opened.state().name())
                .bind("rule", opened.rule())
                .map(RiskCaseStore::read)
                .findOne();
    }

    /** Uses up the approval of exactly this effect, if there is one. */
    static boolean use(Handle handle, RiskFacts facts) {
        return handle.createUpdate("""
                        UPDATE risk_case SET state = 'USED'
                         WHERE client_id = :client AND operation = :operation AND reference = :reference
                           AND worker_id = :worker AND mandate_id = :mandate AND amount_fen = :fen
                           AND state = 'APPROVED'
                        """)
                        .bind("client", facts.clientId())
                        .bind("operation", facts.operation())
                        .bind("reference", facts.reference())
                        .bind("worker", facts.workerId())
                        .bind("mandate", facts.mandateId())
                        .bind("fen", facts.amountFen())
                        .execute()
                > 0;
    }

    /** @return false if it is not held (any more) */
    static boolean decide(Handle handle, String id, RiskCase.State state, String by, String note, Instant now) {
        return handle.createUpdate("""
                        UPDATE risk_case SET state = :state, decided_at = :now, decided_by = :by, note = :note
                         WHERE id = :id AND state = 'HELD'
                        """)
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("by", by)
                        .bind("note", note)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static Optional<RiskCase> find(Handle handle, String id) {
        return handle.createQuery(ALL + "WHERE id = :id")
                .bind("id", id)
                .map(RiskCaseStore::read)
                .findOne();
    }

    /** Newest first; ids rise with time. */
    static List<RiskCase> list(Handle handle, RiskCase.@Nullable State state, @Nullable String before, int most) {
        return handle.createQuery(ALL + "WHERE true" + (state == null ? "" : " AND state = :state")
                        + (before == null ? "" : " AND id < :before") + " ORDER BY id DESC LIMIT :most")
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("state", state == null ? null : state.name())
                .bind("before", before)
                .bind("most", most)
                .map(RiskCaseStore::read)
                .list();
    }

    /** None that waits for a person. */
    static int removeOpenedBefore(Handle handle, Instant end, int most) {
        return handle.createUpdate("""
                        DELETE FROM risk_case WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM risk_case WHERE opened_at < :end AND state <> 'HELD'
                             LIMIT :most FOR UPDATE SKIP LOCKED))
                        """).bind("end", end).bind("most", most).execute();
    }

    private static RiskCase read(ResultSet row, StatementContext ignored) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new RiskCase(
                row.getString("id"),
                RiskCase.State.valueOf(row.getString("state")),
                row.getString("rule"),
                row.getString("client_id"),
                row.getString("operation"),
                row.getString("reference"),
                row.getString("worker_id"),
                row.getString("mandate_id"),
                row.getLong("amount_fen"),
                row.getString("operator"),
                row.getString("point"),
                row.getTimestamp("opened_at").toInstant(),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decided_by"),
                row.getString("note"));
    }
}
