package io.tongban.gateway.counter.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Table counter_reported: a bank's rows, page by page, until their day is closed. */
final class ReportedStore {
    /** The rows that come with the closing itself. */
    static final int LAST_PAGE = 0;

    private ReportedStore() {}

    /** @param rows of all pages but the last one */
    record Sent(int pages, long rows) {}

    /** In place of the page that there may be; whoever sends the same page meanwhile waits. */
    static void put(Handle handle, String clientId, LocalDate day, int page, List<Entry> rows) {
        hold(handle, clientId, day, page);
        remove(handle, clientId, day, page);
        handle.createUpdate("""
                        INSERT INTO counter_reported (client_id, day, page, place, reference, operation, means, point,
                                                      operator, amount_fen)
                        SELECT :client, :day, :page, place, reference, operation, means, point, operator, fen
                          FROM unnest(:references, :operations, :means, :points, :operators, :fens) WITH ORDINALITY
                               AS r(reference, operation, means, point, operator, fen, place)
                        """)
                .bind("client", clientId)
                .bind("day", day)
                .bind("page", page)
                .bindArray("references", String.class, texts(rows, Entry::reference))
                .bindArray(
                        "operations",
                        String.class,
                        texts(rows, row -> row.operation().name()))
                .bindArray("means", String.class, texts(rows, Entry::means))
                .bindArray("points", String.class, texts(rows, Entry::point))
                .bindArray("operators", String.class, texts(rows, Entry::operator))
                .bindArray(
                        "fens", Long.class, rows.stream().map(Entry::amountFen).toArray())
                .execute();
    }

    /** A page that is being inserted is no row yet that the next one could remove. */
    private static void hold(Handle handle, String clientId, LocalDate day, int page) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:page, 0))")
                .bind("page", "counter_reported " + clientId + " " + day + " " + page)
                .mapTo(Integer.class)
                .one();
    }

    private static Object[] texts(List<Entry> rows, Function<Entry, String> text) {
        return rows.stream().map(text).toArray();
    }

    static void remove(Handle handle, String clientId, LocalDate day, int page) {
        handle.createUpdate("DELETE FROM counter_reported WHERE client_id = :client AND day = :day AND page = :page")
                .bind("client", clientId)
                .bind("day", day)
                .bind("page", page)
                .execute();
    }

    /** Whatever was sent of days that are closed. */
    static void removeClosed(Handle handle, String clientId) {
        handle.createUpdate("""
                        DELETE FROM counter_reported WHERE client_id = :client
                           AND day <= (SELECT closed_through FROM counter_books WHERE client_id = :client)
                        """).bind("client", clientId).execute();
    }

    static Sent sent(Handle handle, String clientId, LocalDate day) {
        return handle.createQuery("""
                        SELECT count(DISTINCT page) AS pages, count(*) AS number FROM counter_reported
                         WHERE client_id = :client AND day = :day AND page > 0
                        """)
                .bind("client", clientId)
                .bind("day", day)
                .map((row, context) -> new Sent(row.getInt("pages"), row.getLong("number")))
                .one();
    }

    /** The first of so many pages that is not there. */
    static Optional<Integer> missing(Handle handle, String clientId, LocalDate day, int pages) {
        return handle.createQuery("""
                        SELECT n FROM generate_series(1, :pages) n WHERE NOT EXISTS (
                               SELECT 1 FROM counter_reported
                                WHERE client_id = :client AND day = :day AND page = n)
                         ORDER BY n LIMIT 1
                        """)
                .bind("client", clientId)
                .bind("day", day)
                .bind("pages", pages)
                .mapTo(Integer.class)
                .findOne();
    }
}
