package io.tongban.gateway.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outbox row that this node holds for a while.
 *
 * @param traceparent W3C trace context of the request that appended it
 * @param attempt 1 for the first time that it is leased; counts a try that died with its node, too
 * @param sentAt when it was marked as sent on an earlier try, by the database's clock; absent if it never was
 * @param age since it was appended, by the database's clock
 * @param leasedAt when this lease began, by the database's clock
 * @param token of this lease alone; whoever holds an older one can no longer change the row
 */
public record Lease(
        long id,
        String kind,
        String subjectId,
        String lane,
        @Nullable String traceparent,
        int attempt,
        @Nullable Instant sentAt,
        Duration age,
        Instant leasedAt,
        UUID token) {
    /** How long ago it was first sent, when this lease began; zero if it never was. */
    public Duration sentFor() {
        return sentAt == null ? Duration.ZERO : Duration.between(sentAt, leasedAt);
    }

    /** What stands before the colon of the lane. */
    public String group() {
        return groupOf(lane);
    }

    static String groupOf(String lane) {
        int colon = lane.indexOf(':');
        return colon < 0 ? lane : lane.substring(0, colon);
    }
}
