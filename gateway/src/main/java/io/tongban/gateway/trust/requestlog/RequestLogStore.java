package io.tongban.gateway.trust.requestlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table request_log. */
final class RequestLogStore {
    private RequestLogStore() {}

    /** @param note encrypted */
    @SuppressWarnings("ArrayRecordComponent") // octets on their way; never compared as records
    record Row(RequestLine line, byte @Nullable [] note) {}

    static void insert(Handle handle, List<Row> rows) {
        handle.createUpdate("""
                        insert into request_log
                            (id, client_id, at, method, route, subject_id, status, code, trace_id, millis,
                             scenario_asked, scenario_met, request_digest, key_digest, note)
                        select id, client, at, method, route, subject, status, code, trace, millis,
                               asked, met, request, key, decode(note, 'base64')
                          from unnest(:ids, :clients, :ats::timestamptz[], :methods, :routes, :subjects, :statuses,
                                      :codes, :traces, :millis, :asked, :met, :requests, :keys, :notes)
                               as line (id, client, at, method, route, subject, status, code, trace, millis,
                                        asked, met, request, key, note)
                        on conflict (id) do nothing
                        """)
                .bindArray("ids", String.class, each(rows, RequestLine::id))
                .bindArray("clients", String.class, each(rows, RequestLine::clientId))
                .bindArray("ats", String.class, each(rows, line -> line.at().toString()))
                .bindArray("methods", String.class, each(rows, RequestLine::method))
                .bindArray("routes", String.class, each(rows, RequestLine::route))
                .bindArray("subjects", String.class, each(rows, RequestLine::subjectId))
                .bindArray("statuses", Integer.class, each(rows, RequestLine::status))
                .bindArray("codes", String.class, each(rows, RequestLine::code))
                .bindArray("traces", String.class, each(rows, RequestLine::traceId))
                .bindArray("millis", Long.class, each(rows, RequestLine::millis))
                .bindArray("asked", String.class, marks(rows, RequestLine.Marks::asked))
                .bindArray("met", String.class, marks(rows, RequestLine.Marks::met))
                .bindArray("requests", String.class, marks(rows, RequestLine.Marks::request))
                .bindArray("keys", String.class, marks(rows, RequestLine.Marks::key))
                .bindArray(
                        "notes",
                        String.class,
                        rows.stream().map(RequestLogStore::note).toArray())
                .execute();
    }

    private static @Nullable Object[] each(List<Row> rows, Function<RequestLine, @Nullable Object> value) {
        return rows.stream().map(row -> value.apply(row.line())).toArray();
    }

    private static @Nullable Object[] marks(List<Row> rows, Function<RequestLine.Marks, @Nullable Object> value) {
        return each(rows, line -> line.marks() == null ? null : value.apply(line.marks()));
    }

    private static @Nullable String note(Row row) {
        return row.note() == null ? null : Base64.getEncoder().encodeToString(row.note());
    }

    /** Newest first; ids rise with time. */
    static List<Row> list(Handle handle, String clientId, RequestFilter filter, int limit) {
        return handle.createQuery("""
                        select id, client_id, at, method, route, subject_id, status, code, trace_id, millis,
                               scenario_asked, scenario_met, request_digest, key_digest, note
                          from request_log
                         where client_id = :client
                           and (cast(:trace as text) is null or trace_id = :trace)
                           and (cast(:subject as text) is null or subject_id = :subject)
                           and (cast(:before as text) is null or id < :before)
                         order by id desc limit :limit
                        """)
                .bind("client", clientId)
                .bind("trace", filter.traceId())
                .bind("subject", filter.subjectId())
                .bind("before", filter.before())
                .bind("limit", limit)
                .map(RequestLogStore::read)
                .list();
    }

    /** What bears marks, oldest first; ids rise with time. */
    static List<RequestLine> marked(Handle handle, String clientId, Instant from, Instant to, int most) {
        return handle.createQuery("""
                        select id, client_id, at, method, route, subject_id, status, code, trace_id, millis,
                               scenario_asked, scenario_met, request_digest, key_digest, null::bytea as note
                          from request_log
                         where client_id = :client and at >= :from and at < :to and request_digest is not null
                         order by at, id limit :most
                        """)
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .map(RequestLogStore::read)
                .map(Row::line)
                .list();
    }

    static Optional<Row> find(Handle handle, String clientId, String id) {
        return handle.createQuery("""
                        select id, client_id, at, method, route, subject_id, status, code, trace_id, millis,
                               scenario_asked, scenario_met, request_digest, key_digest, note
                          from request_log where client_id = :client and id = :id
                        """)
                .bind("client", clientId)
                .bind("id", id)
                .map(RequestLogStore::read)
                .findOne();
    }

    static int forgetBefore(Handle handle, Instant before, int most) {
        return handle.createUpdate("""
                        delete from request_log where id in (
                            select id from request_log where at < :before order by at limit :most)
                        """)
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    private static Row read(ResultSet row, StatementContext ignored) throws SQLException {
        RequestLine line = new RequestLine(
                row.getString("id"),
                row.getString("client_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("method"),
                row.getString("route"),
                row.getString("subject_id"),
                row.getInt("status"),
                row.getString("code"),
                row.getString("trace_id"),
                row.getLong("millis"),
                marks(row),
                null);
        return new Row(line, row.getBytes("note"));
    }

    private static RequestLine.@Nullable Marks marks(ResultSet row) throws SQLException {
        String request = row.getString("request_digest");
        return request == null
                ? null
                : new RequestLine.Marks(
                        row.getString("scenario_asked"),
                        row.getString("scenario_met"),
                        request,
                        row.getString("key_digest"));
    }
}
