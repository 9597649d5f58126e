package io.tongban.api.approval;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one operator asked for and another one must sign beside.
 *
 * @param id the gateway's own
 * @param state what has become of it
 * @param operation what was asked for
 * @param rule id of the rule that asks for a second person
 * @param partnerReference the bank's own name of it
 * @param workerId for whom
 * @param amountFen whole fen
 * @param point reference of the counter or terminal
 * @param maker staff number of who asked
 * @param checker staff number of who signed beside; absent before
 * @param openedAt when it was asked for
 * @param expiresAt from then on nobody can sign it any more
 * @param closedAt when it was confirmed or withdrawn, or expired
 * @param effectId id of what it became; absent where nothing happened
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "What one operator asked for and another one must sign beside.")
public record Approval(
        @Schema(required = true, description = "The gateway's own.", examples = "apv_01kandb7vq5zrp5nh3qj8m2c90")
        String id,

        @Schema(required = true) ApprovalState state,

        @Schema(required = true, description = "What was asked for.", examples = "payAtCounter")
        String operation,

        @Schema(
                required = true,
                description = "Id of the rule that asks for a second person.",
                examples = "two-from-5000-yuan")
        String rule,

        @Schema(required = true, description = "The bank's own name of it.", examples = "till-17-000042")
        String partnerReference,

        @Schema(required = true, description = "For whom.", examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, description = "Whole fen.", examples = "640000")
        long amountFen,

        @Schema(required = true, description = "Reference of the counter or terminal.", examples = "gz-001-c1")
        String point,

        @Schema(required = true, description = "Staff number of who asked.", examples = "T1001")
        String maker,

        @Schema(description = "Staff number of who signed beside; absent before.", examples = "S2001") @Nullable
        String checker,

        @Schema(required = true, description = "When it was asked for.", examples = "2026-11-28T02:00:00Z")
        Instant openedAt,

        @Schema(
                required = true,
                description = "From then on nobody can sign it any more.",
                examples = "2026-11-28T02:15:00Z")
        Instant expiresAt,

        @Schema(description = "When it was confirmed or withdrawn, or expired.", examples = "2026-11-28T02:03:00Z")
        @Nullable
        Instant closedAt,

        @Schema(
                description = "Id of what it became; absent where nothing happened.",
                examples = "cpm_01kandb7vq5zrp5nh3qj8m2c60")
        @Nullable
        String effectId,

        @Schema(
                required = true,
                minimum = "1",
                description = "Rises by every change; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
