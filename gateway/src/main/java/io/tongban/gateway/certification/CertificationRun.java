package io.tongban.gateway.certification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a suite.
 *
 * @param endedAt when its report was first asked for, or {@code endsAt} where another was started behind it
 * @param report compact JWS
 */
record CertificationRun(
        String id,
        String clientId,
        String suite,
        String version,
        Instant startedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String report) {
    /** What comes from then on is not looked at. */
    Instant lastLook() {
        return endedAt != null && endedAt.isBefore(endsAt) ? endedAt : endsAt;
    }

    boolean isOver(Instant now) {
        return endedAt != null || !now.isBefore(endsAt);
    }

    /** When it ended, or is found to have; null while it runs. */
    @Nullable
    Instant end(Instant now) {
        return isOver(now) ? lastLook() : null;
    }

    /** Without the report. */
    @Override
    public String toString() {
        return "CertificationRun[" + id + "]";
    }
}
