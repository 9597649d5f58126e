package io.tongban.api.mandate;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A mandate as the gateway keeps it.")
public record Mandate(
        @Schema(required = true, examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
        String id,

        @Schema(required = true, examples = "mandate-000017")
        String partnerReference,

        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "44") String province,

        @Schema(required = true, examples = "[\"AAE140:110\"]")
        List<String> insurances,

        @Schema(required = true, description = "Whole fen, one insurance and month.", examples = "200000")
        long capFen,

        @Schema(required = true, examples = "2026-10") YearMonth validFrom,

        @Schema(examples = "2027-09") @Nullable YearMonth validTo,

        @Schema(required = true) MandateState state,
        @Schema(required = true) Instant createdAt,

        @Schema(description = "Only in state REVOKED.") @Nullable
        Instant revokedAt,

        @Schema(
                required = true,
                minimum = "1",
                description = "Rises by every change; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
