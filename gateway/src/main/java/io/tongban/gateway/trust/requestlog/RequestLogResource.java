package io.tongban.gateway.trust.requestlog;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.requestlog.LoggedRequest;
import io.tongban.api.requestlog.RequestLogApi;
import io.tongban.api.requestlog.RequestLogPage;
import io.tongban.gateway.platform.problem.PageLimit;
import io.tongban.gateway.platform.problem.ProblemException;
import io.tongban.gateway.trust.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A partner's own requests, over HTTP. */
@ApplicationScoped
class RequestLogResource implements RequestLogApi {
    private final Jdbi jdbi;
    private final RequestLog log;
    private final Caller caller;

    RequestLogResource(Jdbi jdbi, RequestLog log, Caller caller) {
        this.jdbi = jdbi;
        this.log = log;
        this.caller = caller;
    }

    @Override
    public RequestLogPage listRequests(
            @Nullable String traceId, @Nullable String subjectId, @Nullable String cursor, @Nullable Integer limit) {
        int most = PageLimit.of(limit);
        RequestFilter filter = new RequestFilter(traceId, subjectId, cursor);
        List<RequestLogStore.Row> rows =
                jdbi.withHandle(handle -> RequestLogStore.list(handle, caller.tenant(), filter, most + 1));
        List<LoggedRequest> items =
                rows.stream().limit(most).map(row -> shown(row, false)).toList();
        return new RequestLogPage(
                items, rows.size() > most ? items.get(most - 1).id() : null);
    }

    @Override
    public LoggedRequest readRequest(String requestId) {
        return jdbi.withHandle(handle -> RequestLogStore.find(handle, caller.tenant(), requestId))
                .map(row -> shown(row, true))
                .orElseThrow(() -> new ProblemException(ProblemType.REQUEST_NOT_FOUND));
    }

    private LoggedRequest shown(RequestLogStore.Row row, boolean whole) {
        RequestLine line = row.line();
        RequestLine.Note note =
                row.note() == null ? new RequestLine.Note(null, null, null, null) : log.note(row.note());
        return new LoggedRequest(
                line.id(),
                line.at(),
                line.method(),
                line.route(),
                line.subjectId(),
                line.status(),
                line.code(),
                note.detail(),
                note.pointer(),
                note.parameter(),
                line.traceId(),
                line.millis(),
                whole ? note.signatureBase() : null);
    }
}
