package io.tongban.gateway.certification;

import io.tongban.gateway.trust.requestlog.RequestLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was seen.
 *
 * @param route path of the contract
 * @param status of the answer, 0 if it went with the connection
 * @param asked scenario that it asked for
 * @param met scenario that was played
 * @param request digest of method, target and body
 * @param key digest of the idempotency key; null for a read
 */
record Seen(
        String id,
        Instant at,
        Instant answeredAt,
        String method,
        String route,
        @Nullable String subjectId,
        int status,
        @Nullable String code,
        @Nullable String asked,
        @Nullable String met,
        String request,
        @Nullable String key) {
    /** Reads that ask the same later than that are reads of their own. */
    private static final Duration ONE_READ = Duration.ofMinutes(1);

    static Seen of(RequestLine line) {
        RequestLine.Marks marks = Objects.requireNonNull(line.marks());
        return new Seen(
                line.id(),
                line.at(),
                line.at().plusMillis(line.millis()),
                line.method(),
                line.route(),
                line.subjectId(),
                line.status(),
                line.code(),
                marks.asked(),
                marks.met(),
                marks.request(),
                marks.key());
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    boolean is(String otherMethod, String otherRoute) {
        return method.equals(otherMethod) && route.equals(otherRoute);
    }

    boolean isAbout(@Nullable String id) {
        return id != null && id.equals(subjectId);
    }

    boolean asksTheSameAs(Seen other) {
        return request.equals(other.request);
    }

    /** Whether it is this one sent again, if under another key. A read has nothing but what it asks by which to tell. */
    boolean isRepeatedBy(Seen later) {
        return asksTheSameAs(later)
                && (key != null
                        || (Objects.equals(asked, later.asked) && later.at.isBefore(answeredAt.plus(ONE_READ))));
    }

    boolean hasKeyOf(Seen other) {
        return Objects.equals(key, other.key);
    }
}
