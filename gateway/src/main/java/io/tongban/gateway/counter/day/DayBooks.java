package io.tongban.gateway.counter.day;

import io.tongban.api.Patterns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Compares a day's books in the database, in sets: what comes out is bounded by operators and points, or by
 * {@link #MOST_NAMED}, however many rows the day has.
 */
final class DayBooks {
    /** Differences that are named; of more a bank sees that it sent another day, or nothing. */
    static final int MOST_NAMED = 1_000;

    private static final String BOOKED = """
            SELECT p.partner_reference AS reference, e.operation, e.means, e.point, e.operator, e.amount_fen
              FROM (
                SELECT payout_id, 'TAKEN' AS operation, means, point, operator, amount_fen
                  FROM counter_payment WHERE client_id = :client AND day = :day
                UNION ALL
                SELECT payout_id, 'CANCELLED', means, cancelled_point, cancelled_by, amount_fen
                  FROM counter_payment WHERE client_id = :client AND cancelled_day = :day
                UNION ALL
                SELECT c.payout_id, o.operation, c.means, c.point, c.operator, o.amount_fen
                  FROM counter_outcome o JOIN counter_payment c ON c.id = o.payment_id
                 WHERE o.client_id = :client AND o.day = :day) e
              JOIN payout p ON p.id = e.payout_id
            """;

    /** A row that the bank reports twice is one too many. */
    private static final String REPORTED = """
            SELECT reference, operation, means, point, operator, amount_fen,
                   row_number() OVER (PARTITION BY reference, operation ORDER BY page, place) AS nth
              FROM counter_reported WHERE client_id = :client AND day = :day AND page <= :pages
            """;

    private DayBooks() {}

    /**
     * By operator, point, means and operation, of what was booked. The names in a bank's rows are free text: what it alone
     * reports is among the differences, and makes no line.
     *
     * @param pages that the bank sent; null if it was not asked
     */
    static List<Balance.Line> lines(Handle handle, String clientId, LocalDate day, @Nullable Integer pages) {
        return handle.createQuery("""
                        WITH ours AS (
                            SELECT operator, point, means, operation, count(*) AS number, sum(amount_fen) AS fen
                              FROM (%s) b GROUP BY operator, point, means, operation),
                        theirs AS (
                            SELECT operator, point, means, operation, count(*) AS told,
                                   least(sum(amount_fen), :most) AS told_fen
                              FROM (%s) r GROUP BY operator, point, means, operation)
                        SELECT operator, point, means, operation, number, fen,
                               coalesce(told, 0) AS told, coalesce(told_fen, 0) AS told_fen
                          FROM ours LEFT JOIN theirs USING (operator, point, means, operation)
                         ORDER BY operator COLLATE "C", point COLLATE "C", means COLLATE "C",
                                  array_position(ARRAY['TAKEN', 'CANCELLED', 'CONFIRMED', 'RETURNED'], operation)
                        """.formatted(BOOKED, REPORTED))
                .bind("client", clientId)
                .bind("day", day)
                .bind("pages", pages == null ? -1 : pages)
                .bind("most", Patterns.MOST_FEN)
                .map((row, context) -> line(row, pages != null))
                .list();
    }

    private static Balance.Line line(ResultSet row, boolean isAsked) throws SQLException {
        Entry.Operation operation = Entry.Operation.valueOf(row.getString("operation"));
        boolean isTold = isAsked && operation.isOfTheTill();
        return new Balance.Line(
                row.getString("operator"),
                row.getString("point"),
                row.getString("means"),
                operation,
                row.getInt("number"),
                row.getLong("fen"),
                isTold ? row.getInt("told") : null,
                isTold ? row.getLong("told_fen") : null);
    }

    static List<Entry> rows(Handle handle, String clientId, LocalDate day, int most) {
        return handle.createQuery("SELECT reference, operation, means, point, operator, amount_fen FROM (" + BOOKED
                        + ") e ORDER BY reference, operation LIMIT :most")
                .bind("client", clientId)
                .bind("day", day)
                .bind("most", most)
                .map((row, context) -> new Entry(
                        row.getString("reference"),
                        Entry.Operation.valueOf(row.getString("operation")),
                        row.getString("means"),
                        row.getString("point"),
                        row.getString("operator"),
                        row.getLong("amount_fen")))
                .list();
    }

    /** Row by row, by reference. */
    static Balance.Differences differences(Handle handle, String clientId, LocalDate day, int pages) {
        List<Balance.Difference> named = new ArrayList<>();
        long[] total = new long[1];
        handle.createQuery("""
                        WITH ours AS (SELECT reference, operation, means, point, operator, amount_fen, 1::bigint AS nth
                                        FROM (%s) b WHERE operation IN ('TAKEN', 'CANCELLED')),
                             theirs AS (%s)
                        SELECT reference, operation, o.amount_fen AS booked, t.amount_fen AS told,
                               CASE WHEN o.amount_fen IS NULL THEN 'NOT_BOOKED'
                                    WHEN t.amount_fen IS NULL THEN 'NOT_REPORTED'
                                    ELSE 'OTHERWISE' END AS kind,
                               count(*) OVER () AS total
                          FROM ours o FULL JOIN theirs t USING (reference, operation, nth)
                         WHERE (o.means, o.point, o.operator, o.amount_fen)
                               IS DISTINCT FROM (t.means, t.point, t.operator, t.amount_fen)
                         ORDER BY reference COLLATE "C", operation DESC, nth LIMIT :most
                        """.formatted(BOOKED, REPORTED))
                .bind("client", clientId)
                .bind("day", day)
                .bind("pages", pages)
                .bind("most", MOST_NAMED)
                .map((row, context) -> {
                    total[0] = row.getLong("total");
                    return difference(row);
                })
                .forEach(named::add);
        return new Balance.Differences(named, total[0]);
    }

    private static Balance.Difference difference(ResultSet row) throws SQLException {
        Balance.Kind kind = Balance.Kind.valueOf(row.getString("kind"));
        return new Balance.Difference(
                row.getString("reference"),
                Entry.Operation.valueOf(row.getString("operation")),
                kind,
                kind == Balance.Kind.NOT_BOOKED ? null : row.getLong("booked"),
                kind == Balance.Kind.NOT_REPORTED ? null : row.getLong("told"));
    }
}
