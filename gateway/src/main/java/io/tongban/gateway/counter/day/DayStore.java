package io.tongban.gateway.counter.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tables counter_day, counter_outcome and counter_books. */
final class DayStore {
    private DayStore() {}

    /** Without holding anything. */
    static boolean isClosed(Handle handle, String clientId, LocalDate day) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM counter_books WHERE client_id = :client AND closed_through >= :day)")
                .bind("client", clientId)
                .bind("day", day)
                .mapTo(Boolean.class)
                .one();
    }

    /** Without holding anything. */
    static @Nullable LocalDate closedThrough(Handle handle, String clientId) {
        return handle.createQuery("SELECT closed_through FROM counter_books WHERE client_id = :client")
                .bind("client", clientId)
                .map((row, context) -> Optional.ofNullable(row.getObject("closed_through", LocalDate.class)))
                .findOne()
                .flatMap(Function.identity())
                .orElse(null);
    }

    /** Nothing is booked meanwhile. */
    static @Nullable LocalDate holdClosedThrough(Handle handle, String clientId) {
        handle.createUpdate("INSERT INTO counter_books (client_id) VALUES (:client) ON CONFLICT DO NOTHING")
                .bind("client", clientId)
                .execute();
        return handle.createQuery("SELECT closed_through FROM counter_books WHERE client_id = :client FOR UPDATE")
                .bind("client", clientId)
                .map((row, context) -> Optional.ofNullable(row.getObject("closed_through", LocalDate.class)))
                .one()
                .orElse(null);
    }

    /** The first day after those that are closed on which something was booked. */
    static Optional<LocalDate> firstOpen(Handle handle, String clientId, @Nullable LocalDate closedThrough) {
        return handle.createQuery("""
                        SELECT least(
                            (SELECT min(day) FROM counter_payment WHERE client_id = :client AND day > :closed),
                            (SELECT min(cancelled_day) FROM counter_payment
                              WHERE client_id = :client AND cancelled_day > :closed)) AS day
                        """)
                .bind("client", clientId)
                .bind("closed", closedThrough == null ? LocalDate.EPOCH : closedThrough)
                .map((row, context) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .one();
    }

    /**
     * What provinces have decided since the last day was closed belongs to this one, each part by itself. A part that is
     * being decided right now belongs to the next: nobody waits for anybody. So does what was taken on a later day, for no
     * outcome stands before its payment.
     */
    static void drawOutcomes(Handle handle, String clientId, LocalDate day) {
        handle.createUpdate("""
                        WITH decided AS (
                            SELECT p.payout_id, p.insurance, c.id FROM contribution_part p
                              JOIN counter_payment c ON c.payout_id = p.payout_id
                             WHERE p.client_id = :client AND p.booked_state <> p.state AND c.day <= :day
                               FOR UPDATE OF p SKIP LOCKED),
                        drawn AS (
                            UPDATE contribution_part p SET booked_state = p.state FROM decided d
                             WHERE p.payout_id = d.payout_id AND p.insurance = d.insurance
                            RETURNING d.id, p.insurance, p.state, p.amount_fen)
                        INSERT INTO counter_outcome (payment_id, insurance, operation, client_id, day, amount_fen)
                        SELECT id, insurance, CASE state WHEN 'PAID' THEN 'CONFIRMED' ELSE 'RETURNED' END,
                               :client, :day, amount_fen
                          FROM drawn WHERE amount_fen > 0
                        """).bind("client", clientId).bind("day", day).execute();
    }

    /** @param csv as it was signed */
    record Closed(String csv, String jws, Instant at) {}

    static Optional<Closed> closed(Handle handle, String clientId, LocalDate day) {
        return handle.createQuery(
                        "SELECT csv, jws, closed_at FROM counter_day WHERE client_id = :client AND day = :day")
                .bind("client", clientId)
                .bind("day", day)
                .map((row, context) -> closed(row))
                .findOne();
    }

    private static Closed closed(ResultSet row) throws SQLException {
        return new Closed(
                row.getString("csv"),
                row.getString("jws"),
                row.getTimestamp("closed_at").toInstant());
    }

    static void close(Handle handle, String clientId, LocalDate day, Closed closed) {
        handle.createUpdate("""
                        INSERT INTO counter_day (client_id, day, csv, jws, closed_at)
                        VALUES (:client, :day, :csv, :jws, :at)
                        """)
                .bind("client", clientId)
                .bind("day", day)
                .bind("csv", closed.csv())
                .bind("jws", closed.jws())
                .bind("at", closed.at())
                .execute();
        handle.createUpdate("UPDATE counter_books SET closed_through = :day WHERE client_id = :client")
                .bind("client", clientId)
                .bind("day", day)
                .execute();
    }
}
