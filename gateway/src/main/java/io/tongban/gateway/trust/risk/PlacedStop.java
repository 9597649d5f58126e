package io.tongban.gateway.trust.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stop, as the agency placed it and let it go. */
public record PlacedStop(
        String id,
        StopTarget target,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy) {}
