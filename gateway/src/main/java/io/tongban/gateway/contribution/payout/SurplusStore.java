package io.tongban.gateway.contribution.payout;

import io.tongban.api.problem.ProblemType;
import io.tongban.gateway.platform.config.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Table contribution_return, where a part is made smaller: both in one transaction, which holds the month. */
final class SurplusStore {
    private SurplusStore() {}

    /** A part of which something is held from earnings. */
    record HeldPart(String payoutId, String insurance, String clientId, long amountFen) {}

    /** Parts of the month from earnings, the one that was held last first; what was paid at a counter is none. */
    static List<HeldPart> lastFirst(Handle handle, String monthId) {
        return handle.createQuery("""
                        SELECT c.payout_id, c.insurance, c.client_id, c.amount_fen
                          FROM contribution_part c JOIN payout p ON p.id = c.payout_id
                         WHERE c.month_id = :month AND c.state = 'HELD' AND c.amount_fen > 0 AND p.origin = 'EARNINGS'
                         ORDER BY p.reported_at DESC, c.payout_id DESC
                        """)
                .bind("month", monthId)
                .map((row, context) -> new HeldPart(
                        row.getString("payout_id"),
                        row.getString("insurance"),
                        row.getString("client_id"),
                        row.getLong("amount_fen")))
                .list();
    }

    /** @return the payouts of which something goes back, the last first */
    static List<String> giveBack(Handle handle, String monthId, List<HeldPart> last, long surplusFen, Instant now) {
        List<String> payouts = new ArrayList<>();
        long left = surplusFen;
        PartStates.holdPayouts(handle, List.of(monthId));
        for (HeldPart part : last) {
            long fen = Math.min(left, part.amountFen());
            if (fen == 0) {
                break;
            }
            lower(handle, part, fen, now);
            MonthStore.release(handle, monthId, part.clientId(), fen, now);
            payouts.add(part.payoutId());
            left -= fen;
        }
        return payouts;
    }

    private static void lower(Handle handle, HeldPart part, long fen, Instant now) {
        handle.createUpdate("""
                        WITH returned AS (
                            INSERT INTO contribution_return (id, payout_id, insurance, amount_fen, reason, returned_at)
                            VALUES (:id, :payout, :insurance, :fen, :reason, :now)),
                        counted AS (
                            UPDATE payout SET revision = revision + 1 WHERE id = :payout)
                        UPDATE contribution_part SET amount_fen = amount_fen - :fen
                         WHERE payout_id = :payout AND insurance = :insurance
                        """)
                .bind("id", Ids.next("prt_"))
                .bind("payout", part.payoutId())
                .bind("insurance", part.insurance())
                .bind("fen", fen)
                .bind("reason", ProblemType.CONTRIBUTION_LOWERED.code())
                .bind("now", now)
                .execute();
    }
}
