package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.contribution.withholding.WithheldUnder;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Table contribution_part: from state to state. Each gives the payouts that something was held back of, and counts the
 * revisions of all that it changes.
 */
final class PartStates {
    private PartStates() {}

    /**
     * Holds the payouts of several months until the transaction ends, in the order in which all hold them: month by month
     * two transactions could wait for each other.
     */
    static void holdPayouts(Handle handle, List<String> monthIds) {
        handle.createQuery("""
                        SELECT id FROM payout
                         WHERE id IN (SELECT payout_id FROM contribution_part WHERE month_id = ANY (:months))
                         ORDER BY id FOR NO KEY UPDATE
                        """)
                .bindArray("months", String.class, monthIds.toArray())
                .mapTo(String.class)
                .list();
    }

    static List<String> paid(Handle handle, String monthId, Instant now) {
        return moved(handle, "month_id = :id AND state = 'HELD'", monthId, null, Part.State.PAID, null, now);
    }

    /** What is held, or was paid until the province took it back. */
    static List<String> returned(Handle handle, String monthId, ProblemType reason, Instant now) {
        return moved(
                handle, "month_id = :id AND state <> 'TO_RETURN'", monthId, null, Part.State.TO_RETURN, reason, now);
    }

    /** Of one month, what is held under a mandate. */
    static List<String> revoked(Handle handle, String monthId, String mandateId, Instant now) {
        return moved(
                handle,
                "month_id = :id AND state = 'HELD' AND mandate_id = :mandate",
                monthId,
                mandateId,
                Part.State.TO_RETURN,
                ProblemType.MANDATE_REVOKED,
                now);
    }

    /**
     * Of several months, what is held of one payout of a counter, whose books know it by their own row.
     *
     * @return the payout's revision
     */
    static long cancelled(Handle handle, List<String> monthIds, String payoutId, Instant now) {
        return handle.createQuery("""
                        WITH moved AS (
                            UPDATE contribution_part
                               SET state = 'TO_RETURN', reason = :reason, settled_at = :now, booked_state = 'TO_RETURN'
                             WHERE month_id = ANY (:ids) AND state = 'HELD' AND payout_id = :payout)
                        UPDATE payout SET revision = revision + 1 WHERE id = :payout RETURNING revision
                        """)
                .bindArray("ids", String.class, monthIds.toArray())
                .bind("payout", payoutId)
                .bind("reason", ProblemType.COUNTER_PAYMENT_CANCELLED.code())
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    private static List<String> moved(
            Handle handle,
            String which,
            String monthId,
            @Nullable String mandateId,
            Part.State to,
            @Nullable ProblemType reason,
            Instant now) {
        var update = handle.createQuery("""
                        WITH moved AS (
                            UPDATE contribution_part SET state = :state, reason = :reason, settled_at = :now WHERE
                        """ + which + """
                             RETURNING payout_id, amount_fen),
                        held AS (
                            SELECT id FROM payout WHERE id IN (SELECT payout_id FROM moved)
                             ORDER BY id FOR NO KEY UPDATE),
                        counted AS (
                            UPDATE payout SET revision = revision + 1 WHERE id IN (SELECT id FROM held))
                        SELECT payout_id FROM moved WHERE amount_fen > 0 ORDER BY payout_id
                        """)
                .bind("id", monthId)
                .bind("state", to.name())
                .bind("reason", reason == null ? null : reason.code())
                .bind("now", now);
        if (mandateId != null) {
            update.bind("mandate", mandateId);
        }
        return update.mapTo(String.class).list();
    }

    /** Of the platform that holds most of the month: by its mandate the province is told. */
    static WithheldUnder mostHeld(Handle handle, String monthId) {
        return handle.createQuery("""
                        SELECT m.id AS mandate, m.worker_id, t.credit_code, e.id AS enrolment
                          FROM (SELECT client_id, mandate_id, sum(amount_fen) AS fen,
                                       sum(sum(amount_fen)) OVER (PARTITION BY client_id) AS of_client
                                  FROM contribution_part WHERE month_id = :id AND state = 'HELD'
                                 GROUP BY client_id, mandate_id) p
                          JOIN mandate m ON m.id = p.mandate_id
                          JOIN partner t ON t.client_id = p.client_id
                         CROSS JOIN LATERAL (
                               SELECT id FROM enrolment
                                WHERE worker_id = m.worker_id AND province = m.province AND state = 'ENROLLED'
                                ORDER BY created_at DESC, id DESC LIMIT 1) e
                         ORDER BY p.of_client DESC, p.client_id, p.fen DESC, p.mandate_id LIMIT 1
                        """)
                .bind("id", monthId)
                .map((row, context) -> new WithheldUnder(
                        row.getString("credit_code"),
                        row.getString("worker_id"),
                        row.getString("mandate"),
                        row.getString("enrolment")))
                .one();
    }

    /** What the mandate's parts in the month come to. */
    static long heldUnder(Handle handle, String monthId, String mandateId) {
        return handle.createQuery("""
                        SELECT coalesce(sum(amount_fen), 0) FROM contribution_part
                        WHERE month_id = :id AND mandate_id = :mandate AND state = 'HELD'
                        """)
                .bind("id", monthId)
                .bind("mandate", mandateId)
                .mapTo(Long.class)
                .one();
    }
}
