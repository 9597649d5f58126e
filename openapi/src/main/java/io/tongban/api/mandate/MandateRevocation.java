package io.tongban.api.mandate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The worker takes the mandate back. What was accepted before stays accepted.")
public record MandateRevocation(
        @Schema(description = "When the worker revoked it.") @NotNull
        Instant revokedAt,

        @Schema(description = "The worker's reason, if one was given; no personal data.", examples = "changed platform")
        @Size(max = 200)
        @Nullable
        String reason) {}
