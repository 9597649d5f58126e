package io.tongban.api.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payout that counts, and what is held back of it.
 *
 * @param id the gateway's name of it, such as {@code pyo_01kandb7vq5zrp5nh3qj8m2c53}
 * @param partnerReference the partner's own name for it
 * @param workerId the worker, such as {@code wkr_01kandb7vq5zrp5nh3qj8m2c4x}
 * @param mandateId the mandate, such as {@code mdt_01kandb7vq5zrp5nh3qj8m2c4z}
 * @param paidOn day of the payout
 * @param earnedFen what the worker earned by it, whole fen
 * @param holdFen what to hold back of it, for all insurances together, whole fen
 * @param parts one for each insurance of the mandate that something can be taken for
 * @param heldUnder what was held back before the report, and by which instruction; absent where it was not
 * @param returnFen what goes back of what was held, beside parts in state TO_RETURN, whole fen
 * @param returns each amount of that, with why
 * @param leftOut the mandate's other insurances, each with why
 * @param reportedAt when the gateway took it on
 * @param revision rises by every change of a part or of what goes back, and by nothing else: of two answers, or an answer
 *     and an event, the one with the lower number is older
 */
@Schema(description = "A payout that counts, and what is held back of it.")
public record Payout(
        @Schema(required = true, examples = "pyo_01kandb7vq5zrp5nh3qj8m2c53")
        String id,

        @Schema(required = true, examples = "payout-2026-11-000017")
        String partnerReference,

        @Schema(required = true, examples = "wkr_01kandb7vq5zrp5nh3qj8m2c4x")
        String workerId,

        @Schema(required = true, examples = "mdt_01kandb7vq5zrp5nh3qj8m2c4z")
        String mandateId,

        @Schema(required = true, examples = "2026-11-10") LocalDate paidOn,

        @Schema(required = true, description = "Whole fen.", examples = "86000")
        long earnedFen,

        @Schema(
                required = true,
                minimum = "0",
                description = "What to hold back of it, for all insurances together, whole fen.",
                examples = "25800")
        long holdFen,

        @Schema(
                required = true,
                description =
                        "One for each insurance of the mandate that something can be taken for; none where all that was held under an instruction goes back.")
        List<PayoutPart> parts,

        @Schema(
                description =
                        "What was held back before the report, and by which instruction; absent where it was not.")
        @Nullable
        HeldUnder heldUnder,

        @Schema(
                required = true,
                minimum = "0",
                description =
                        "What goes back of what was held, beside parts in state TO_RETURN, whole fen; it is not in holdFen.",
                examples = "0")
        long returnFen,

        @Schema(required = true, description = "Each amount of that, with why.")
        List<PayoutReturn> returns,

        @Schema(required = true, description = "The mandate's other insurances, each with why.")
        List<LeftOut> leftOut,

        @Schema(required = true) Instant reportedAt,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Rises by every change of a part or of what goes back, and by nothing else: of two answers, or an answer and an event, the one with the lower number is older.",
                examples = "1")
        long revision) {}
