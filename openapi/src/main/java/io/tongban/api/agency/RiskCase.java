package io.tongban.api.agency;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of risk kept from happening.
 *
 * @param id the gateway's own
 * @param state what has become of it
 * @param rule id of the rule
 * @param partner client id of the bank
 * @param operation what was asked for
 * @param partnerReference the bank's own name of it
 * @param workerId for whom
 * @param amountFen whole fen
 * @param point reference of the counter or terminal
 * @param operator staff number of who asked
 * @param openedAt when it was kept back
 * @param decidedAt when a person decided
 * @param decidedBy client id of who decided
 * @param note why
 * @param revision rises by every change; of two answers the one with the lower number is older
 */
@Schema(description = "What a rule of risk kept from happening.")
public record RiskCase(
        @Schema(required = true, description = "The gateway's own.", examples = "rsk_01kandb7vq5zrp5nh3qj8m2c81")
        String id,

        @Schema(required = true) RiskCaseState state,

        @Schema(required = true, description = "Id of the rule.", examples = "pay-hour-operator")
        String rule,

        @Schema(required = true, description = "Client id of the bank.", examples = "nanling-bank")
        String partner,

        @Schema(required = true, description = "What was asked for.", examples = "payAtCounter")
        String operation,

        @Schema(required = true, description = "The bank's own name of it.", examples = "till-17-000042")
        String partnerReference,

        @Schema(required = true, description = "For whom.", examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, description = "Whole fen.", examples = "44080")
        long amountFen,

        @Schema(required = true, description = "Reference of the counter or terminal.", examples = "gz-001-c1")
        String point,

        @Schema(required = true, description = "Staff number of who asked.", examples = "T1001")
        String operator,

        @Schema(required = true, description = "When it was kept back.", examples = "2026-11-28T02:00:00Z")
        Instant openedAt,

        @Schema(description = "When a person decided.", examples = "2026-11-28T03:00:00Z") @Nullable
        Instant decidedAt,

        @Schema(description = "Client id of who decided.", examples = "tongban-agency") @Nullable
        String decidedBy,

        @Schema(description = "Why.", examples = "The bank was called: a family pays together") @Nullable
        String note,

        @Schema(
                required = true,
                minimum = "1",
                description = "Rises by every change; of two answers the one with the lower number is older.",
                examples = "1")
        long revision) {}
