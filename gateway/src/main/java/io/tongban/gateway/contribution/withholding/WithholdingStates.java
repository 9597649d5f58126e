package io.tongban.gateway.contribution.withholding;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.ProvinceDetail.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Table withholding: from state to state. Each statement names the states it leads from, so that none is passed twice. */
final class WithholdingStates {
    private WithholdingStates() {}

    /** @return false if it is under that mandate already */
    static boolean foundAnew(Handle handle, CollectedMonth month) {
        return handle.createUpdate("""
                        UPDATE withholding
                        SET revision = revision + 1, payer = :payer, worker_id = :worker, mandate_id = :mandate, enrolment_id = :enrolment,
                            province = :province, base_fen = :base, amount_fen = :due
                        WHERE id = :id AND state = 'COLLECTING' AND mandate_id <> :mandate
                        """)
                        .bind("id", month.withholdingId())
                        .bind("payer", month.payer())
                        .bind("worker", month.workerId())
                        .bind("mandate", month.mandateId())
                        .bind("enrolment", month.enrolmentId())
                        .bind("province", month.province().value())
                        .bind("base", month.baseFen())
                        .bind("due", month.dueFen())
                        .execute()
                == 1;
    }

    static void lower(Handle handle, String id, long dueFen) {
        handle.createUpdate("""
                        UPDATE withholding SET revision = revision + 1, amount_fen = :due
                        WHERE id = :id AND state = 'COLLECTING'
                        """).bind("id", id).bind("due", dueFen).execute();
    }

    /** @return what was collected, and goes on its way now */
    static WithholdingRecord collected(Handle handle, String id, WithheldUnder under, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE withholding SET revision = revision + 1, state = 'ACCEPTED', accepted_at = :now,
                               payer = :payer, worker_id = :worker, mandate_id = :mandate, enrolment_id = :enrolment
                        WHERE id = :id AND state = 'COLLECTING' RETURNING
                        """ + WithholdingRow.COLUMNS)
                        .bind("id", id)
                        .bind("payer", under.payer())
                        .bind("worker", under.workerId())
                        .bind("mandate", under.mandateId())
                        .bind("enrolment", under.enrolmentId())
                        .bind("now", now))
                .orElseThrow();
    }

    static void dissolve(Handle handle, String id) {
        handle.createUpdate("DELETE FROM withholding WHERE id = :id AND state = 'COLLECTING'")
                .bind("id", id)
                .execute();
    }

    static void sending(Handle handle, String id) {
        handle.createUpdate(
                        "UPDATE withholding SET revision = revision + 1, state = 'IN_PROCESS' WHERE id = :id AND state = 'ACCEPTED'")
                .bind("id", id)
                .execute();
    }

    /** As above, of several. */
    static void sending(Handle handle, List<String> ids) {
        handle.createUpdate(
                        "UPDATE withholding SET revision = revision + 1, state = 'IN_PROCESS' WHERE id = ANY (:ids) AND state = 'ACCEPTED'")
                .bindArray("ids", String.class, ids.toArray())
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

    /**
     * As above, of several.
     *
     * @param withheld by id; in an order that all keep
     */
    static List<WithholdingRecord> confirm(Handle handle, SortedMap<String, Withheld> withheld, Instant now) {
        List<Withheld> bookings = List.copyOf(withheld.values());
        return handle.createQuery("""
                        UPDATE withholding
                        SET revision = revision + 1, state = 'CONFIRMED', province_receipt = booking.receipt,
                            booked_at = booking.booked_at, settled_at = :now
                        FROM unnest(:ids, :receipts, :bookedAts::timestamptz[], :amountsFen)
                             AS booking (subject, receipt, booked_at, fen)
                        WHERE id = booking.subject AND state IN ('ACCEPTED', 'IN_PROCESS', 'AWAITING_REVIEW')
                          AND amount_fen = booking.fen RETURNING
                        """ + WithholdingRow.COLUMNS)
                .bind("now", now)
                .bindArray("ids", String.class, withheld.keySet().toArray())
                .bindArray(
                        "receipts",
                        String.class,
                        bookings.stream().map(Withheld::receiptNumber).toArray())
                .bindArray(
                        "bookedAts",
                        String.class,
                        bookings.stream()
                                .map(each -> each.bookedAt().toString())
                                .toArray())
                .bindArray(
                        "amountsFen",
                        Long.class,
                        bookings.stream().map(Withheld::amountFen).toArray())
                .map(WithholdingRow::read)
                .list();
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

    /**
     * @param takenBackAt by the province's clock, if it took anything back
     * @return the reversed withholding; empty if nothing was there to be reversed
     */
    static Optional<WithholdingRecord> reverse(Handle handle, String id, @Nullable Instant takenBackAt, Instant now) {
        return changed(handle.createQuery("""
                        UPDATE withholding SET revision = revision + 1, state = 'REVERSED', settled_at = :now,
                               reversed_at = coalesce(:takenBackAt::timestamptz, :now), taken_back_at = :takenBackAt
                        WHERE id = :id AND state NOT IN ('REFUSED', 'REVERSED') RETURNING
                        """ + WithholdingRow.COLUMNS)
                .bind("id", id)
                .bind("takenBackAt", takenBackAt)
                .bind("now", now));
    }

    /** Of one that a person reversed: when the province took it back, as its books tell. */
    static void takenBack(Handle handle, String id, Instant at) {
        handle.createUpdate("""
                        UPDATE withholding SET taken_back_at = :at
                        WHERE id = :id AND state = 'REVERSED' AND taken_back_at IS NULL
                        """).bind("id", id).bind("at", at).execute();
    }

    private static Optional<WithholdingRecord> changed(Query query) {
        return query.map(WithholdingRow::read).findOne();
    }
}
