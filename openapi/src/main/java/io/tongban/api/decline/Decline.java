package io.tongban.api.decline;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decline that counts.
 *
 * @param id the gateway's name of it
 * @param partnerReference the partner's own name for it
 * @param province first two digits of the GB/T 2260 code of where the work is
 * @param sector sector of the work
 * @param reason why, in the words of the survey
 * @param recordedAt when the gateway took it down; it counts in that month
 */
@Schema(description = "A decline that counts.")
public record Decline(
        @Schema(required = true, examples = "dec_01kandb7vq5zrp5nh3qj8m2c5a")
        String id,

        @Schema(required = true, examples = "decline-2026-11-000017")
        String partnerReference,

        @Schema(required = true, examples = "44") String province,
        @Schema(required = true) Sector sector,
        @Schema(required = true) DeclineReason reason,

        @Schema(required = true, description = "When the gateway took it down; it counts in that month.")
        Instant recordedAt) {}
