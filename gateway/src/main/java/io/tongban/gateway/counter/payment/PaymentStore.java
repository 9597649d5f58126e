package io.tongban.gateway.counter.payment;

import io.tongban.gateway.counter.operator.Visit;
import io.tongban.gateway.platform.config.Inserts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table counter_payment. */
final class PaymentStore {
    private static final String COLUMNS =
            "c.id, c.client_id, p.partner_reference, c.payout_id, p.worker_id, p.mandate_id,"
                    + " c.amount_fen, c.means, c.point, c.operator, c.receipt_code, c.day, c.taken_at, c.cancelled_at, p.revision"
                    + " FROM counter_payment c JOIN payout p ON p.id = c.payout_id ";

    private PaymentStore() {}

    /** As one of the rows that are inserted together, after the payout's. */
    static void insert(Inserts rows, Payment payment, Visit visit) {
        Map<String, Object> row = new HashMap<>();
        row.put("paymentId", payment.id());
        row.put("paymentClient", payment.clientId());
        row.put("paymentPayout", payment.payoutId());
        row.put("paymentFen", payment.amountFen());
        row.put("paymentMeans", payment.means().name());
        row.put("paymentPoint", payment.point());
        row.put("paymentOperator", payment.operator());
        row.put("paymentSession", visit.session());
        row.put("paymentIdentified", visit.identified());
        row.put("paymentCode", payment.receiptCode());
        row.put("paymentDay", payment.day());
        row.put("paymentAt", payment.takenAt());
        rows.add("""
                INSERT INTO counter_payment (id, client_id, payout_id, amount_fen, means, point, operator, session,
                                             identified, receipt_code, day, taken_at)
                SELECT :paymentId, :paymentClient, :paymentPayout, :paymentFen, :paymentMeans, :paymentPoint,
                       :paymentOperator, :paymentSession, :paymentIdentified, :paymentCode, :paymentDay::date,
                       :paymentAt::timestamptz
                 WHERE EXISTS (SELECT 1 FROM before)""", row);
    }

    static Optional<Payment> find(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + "WHERE c.id = :id")
                .bind("id", id)
                .map((row, context) -> payment(row))
                .findOne();
    }

    /** Held until the transaction ends. */
    static Optional<Payment> hold(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + "WHERE c.id = :id FOR UPDATE OF c")
                .bind("id", id)
                .map((row, context) -> payment(row))
                .findOne();
    }

    static Optional<Payment> ofReceipt(Handle handle, String code) {
        return handle.createQuery("SELECT " + COLUMNS + "WHERE c.receipt_code = :code")
                .bind("code", code)
                .map((row, context) -> payment(row))
                .findOne();
    }

    static Optional<Payment> ofReference(Handle handle, String clientId, String reference) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + "WHERE p.client_id = :client AND p.partner_reference = :reference")
                .bind("client", clientId)
                .bind("reference", reference)
                .map((row, context) -> payment(row))
                .findOne();
    }

    static void cancel(Handle handle, String id, Visit visit, LocalDate day, Instant now) {
        handle.createUpdate("""
                        UPDATE counter_payment
                        SET cancelled_at = :now, cancelled_day = :day, cancelled_by = :operator, cancelled_point = :point
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("day", day)
                .bind("operator", visit.operator())
                .bind("point", visit.point().reference())
                .execute();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        Timestamp cancelledAt = row.getTimestamp("cancelled_at");
        return new Payment(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("partner_reference"),
                row.getString("payout_id"),
                row.getString("worker_id"),
                row.getString("mandate_id"),
                row.getLong("amount_fen"),
                Payment.Means.valueOf(row.getString("means")),
                row.getString("point"),
                row.getString("operator"),
                row.getString("receipt_code"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("taken_at").toInstant(),
                cancelledAt == null ? null : cancelledAt.toInstant(),
                List.of(),
                row.getLong("revision"));
    }
}
