package io.tongban.api.mandate;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the gateway keeps it.
 *
 * @param id the gateway's name of it, such as {@code mdt_01kandb7vq5zrp5nh3qj8m2c4z}
 * @param partnerReference the partner's own name for it
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param province first two digits of its GB/T 2260 code, such as {@code 44}
 * @param insurances insurance kinds, each with its code system, such as {@code AAE140:110}
 * @param capFen whole fen, one insurance and month
 * @param validFrom first month covered
 * @param validTo last month covered; null if it is open
 * @param payouts what may be held back from payouts; null if it is for direct withholdings only
 * @param state whether it may be withheld under
 * @param createdAt when the gateway took it on
 * @param revokedAt only in state REVOKED
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
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

        @Schema(description = "What may be held back from payouts; absent if it is for direct withholdings only.")
        @Nullable
        PayoutTerms payouts,

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
