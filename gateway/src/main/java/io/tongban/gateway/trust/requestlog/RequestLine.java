package io.tongban.gateway.trust.requestlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, in words that name no person but for the note.
 *
 * @param route a template of the contract, or the access log's word for any other path
 * @param code null if it was answered without a problem
 * @param marks null in production
 */
public record RequestLine(
        String id,
        String clientId,
        Instant at,
        String method,
        String route,
        @Nullable String subjectId,
        int status,
        @Nullable String code,
        String traceId,
        long millis,
        @Nullable Marks marks,
        @Nullable Note note) {
    /**
     * By what a request is known again, in a sandbox.
     *
     * @param asked scenario that it asked for
     * @param met scenario that was played
     * @param request digest of method, target and body
     * @param key digest of its idempotency key; null for a read
     */
    public record Marks(
            @Nullable String asked,
            @Nullable String met,
            String request,
            @Nullable String key) {}

    /** What is kept encrypted: where the problem lies, and the base of a signature that was refused. */
    public record Note(
            @Nullable String detail,
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String signatureBase) {}

    public boolean refused() {
        return code != null;
    }

    /** Without the note. */
    @Override
    public String toString() {
        return "RequestLine[" + id + "]";
    }
}
