package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.ProvinceDetail.Withheld;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Table withholding: from state to state. Each statement names the states it leads from, so that none is passed twice. */
final class WithholdingStates {
    private WithholdingStates() {}

    static void sending(Handle handle, String id) {
        handle.createUpdate(
                        "UPDATE withholding SET revision = revision + 1, state = 'IN_PROCESS' WHERE id = :id AND state = 'ACCEPTED'")
                .bind("id", id)
                .execute();
    }

    /** @return the withholding that waits for a person now; empty if it did before, or is settled */
    static Optional<WithholdingRecord> awaitReview(Handle handle, String id) {
        return changed(handle.createQuery("""
                        UPDATE withholding SET revision = revision + 1, state = 'AWAITING_REVIEW'
                        WHERE id = :id AND state IN ('ACCEPTED', 'IN_PROCESS') RETURNING
                        """ + WithholdingRow.COLUMNS).bind("id", id));
    }

    /** @return the withholding that is on its way again; empty unless it waited for a person */
    static Optional<WithholdingRecord> sendAgain(Handle handle, String id, boolean sentBefore) {
        return changed(handle.createQuery("""
                        UPDATE withholding SET revision = revision + 1, state = :state
                        WHERE id = :id AND state = 'AWAITING_REVIEW' RETURNING
                        """ + WithholdingRow.COLUMNS)
                .bind("id", id)
                .bind("state", sentBefore ? "IN_PROCESS" : "ACCEPTED"));
    }

    /** @return the settled withholding; empty if it was settled before, or another amount was asked for */
    static Optional<WithholdingRecord> confirm(Handle handle, String id, Withheld withheld, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE withholding
                        SET revision = revision + 1, state = 'CONFIRMED', province_receipt = :receipt, booked_at = :bookedAt, settled_at = :now
                        WHERE id = :id AND state IN ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW')
                          AND amount_fen = :amountFen RETURNING
                        """ + WithholdingRow.COLUMNS)
                .bind("id", id)
                .bind("receipt", withheld.receiptNumber())
                .bind("bookedAt", withheld.bookedAt())
                .bind("amountFen", withheld.amountFen())
                .bind("now", now));
    }

    /** @return the settled withholding; empty if it was settled before */
    static Optional<WithholdingRecord> refuse(Handle handle, String id, ProblemType refusal, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE withholding SET revision = revision + 1, state = 'REFUSED', refusal = :refusal, settled_at = :now
                        WHERE id = :id AND state IN ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW') RETURNING
                        """ + WithholdingRow.COLUMNS)
                .bind("id", id)
                .bind("refusal", refusal.code())
                .bind("now", now));
    }

    /** @return the reversed withholding; empty if nothing was there to be reversed */
    static Optional<WithholdingRecord> reverse(Handle handle, String id, Instant reversedAt, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE withholding SET revision = revision + 1, state = 'REVERSED', reversed_at = :reversedAt, settled_at = :now
                        WHERE id = :id AND state NOT IN ('REFUSED', 'REVERSED') RETURNING
                        """ + WithholdingRow.COLUMNS)
                .bind("id", id)
                .bind("reversedAt", reversedAt)
                .bind("now", now));
    }

    private static Optional<WithholdingRecord> changed(Query query) {
        return query.map(WithholdingRow::read).findOne();
    }
}
