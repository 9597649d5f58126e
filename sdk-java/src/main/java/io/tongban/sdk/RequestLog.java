package io.tongban.sdk;

import io.tongban.api.internal.Given;
import io.tongban.api.requestlog.LoggedRequest;
import io.tongban.api.requestlog.RequestLogPage;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the gateway saw of this partner's requests, for 30 days; a request is there some seconds after its answer. */
public final class RequestLog {
    private static final String PATH = "/v1/request-log";

    private final Caller caller;

    RequestLog(Caller caller) {
        this.caller = caller;
    }

    /**
     * With the signature base that the gateway computed, where the signature was refused. Refused with
     * {@code request-not-found} if there is none.
     */
    public LoggedRequest get(String id) {
        return caller.call(one(id));
    }

    public CompletableFuture<LoggedRequest> getAsync(String id) {
        return caller.start(one(id));
    }

    /** @param traceId as a problem names it */
    public List<LoggedRequest> byTrace(String traceId) {
        return caller.call(listing(Given.value(traceId, "traceId"), null, null)).items();
    }

    public CompletableFuture<List<LoggedRequest>> byTraceAsync(String traceId) {
        return caller.start(listing(Given.value(traceId, "traceId"), null, null))
                .thenApply(RequestLogPage::items);
    }

    /** The last ones about a thing, newest first. */
    public List<LoggedRequest> about(String id) {
        return caller.call(listing(null, Given.value(id, "id"), null)).items();
    }

    public CompletableFuture<List<LoggedRequest>> aboutAsync(String id) {
        return caller.start(listing(null, Given.value(id, "id"), null)).thenApply(RequestLogPage::items);
    }

    /** One page, newest first. */
    public CompletableFuture<RequestLogPage> listAsync(@Nullable String cursor) {
        return caller.start(listing(null, null, cursor));
    }

    private static Call<LoggedRequest> one(String id) {
        return Call.read("readRequest", PATH + "/" + Target.segment(id), LoggedRequest.class);
    }

    private static Call<RequestLogPage> listing(
            @Nullable String traceId, @Nullable String subjectId, @Nullable String cursor) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("traceId", traceId);
        parameters.put("subjectId", subjectId);
        parameters.put("cursor", cursor);
        return Call.read("listRequests", PATH + Target.query(parameters), RequestLogPage.class);
    }
}
