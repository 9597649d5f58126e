package io.tongban.api.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is held back of one payout for one insurance.
 *
 * @param insurance insurance kind with its code system, such as {@code AAE140:110}
 * @param period month that it is for
 * @param cutOff last day of payouts for the month; at the end of this day, and some time for late reports, it is closed
 * @param holdFen hold back so much of this payout, whole fen; 0 if nothing more is needed
 * @param heldFen what you have held back for the month with this payout, whole fen
 * @param shareFen your share of the month's contribution, whole fen
 * @param rule the entry of the policies that the contribution comes from
 * @param source of the rule
 * @param provisional whether a rule behind it is past the day until which it should have been looked at again
 * @param state what to do with it
 * @param reason why it goes back; only in state TO_RETURN
 * @param settledAt when it left the state HELD; absent before
 * @param text ready to show to the worker, English
 * @param textZh the same in Chinese
 */
@Schema(description = "What is held back of one payout for one insurance.")
public record PayoutPart(
        @Schema(required = true, examples = "AAE140:110") String insurance,
        @Schema(required = true, examples = "2026-11") YearMonth period,

        @Schema(
                required = true,
                description =
                        "Last day of payouts for the month; some time for late reports after it, the month is closed.",
                examples = "2026-11-15")
        LocalDate cutOff,

        @Schema(
                required = true,
                minimum = "0",
                description = "Hold back so much of this payout, whole fen; 0 if nothing more is needed.",
                examples = "25800")
        long holdFen,

        @Schema(
                required = true,
                minimum = "0",
                description = "What you have held back for the month with this payout, whole fen.",
                examples = "25800")
        long heldFen,

        @Schema(
                required = true,
                minimum = "0",
                description = "Your share of the month's contribution, whole fen.",
                examples = "55100")
        long shareFen,

        @Schema(
                required = true,
                description = "The entry of the policies that the contribution comes from.",
                examples = "00-pension-flexible-rate")
        String rule,

        @Schema(
                required = true,
                description = "Source of the rule.",
                examples = "20 percent of the base, 8 points to the personal account, 12 pooled")
        String source,

        @Schema(
                required = true,
                description =
                        "Whether a rule behind it is past the day until which it should have been looked at again.",
                examples = "false")
        boolean provisional,

        @Schema(required = true) PartState state,

        @Schema(description = "Why it goes back; only in state TO_RETURN.") @Nullable
        ReturnReason reason,

        @Schema(description = "When it left the state HELD; absent before.") @Nullable
        Instant settledAt,

        @Schema(
                required = true,
                description = "Ready to show to the worker, English.",
                examples = "258.00 yuan of your earnings of 2026-11-10 are held back for AAE140:110 of 2026-11.")
        String text,

        @Schema(
                required = true,
                description = "The same in Chinese.",
                examples = "您2026-11-10的收入中暂扣258.00元，用于缴纳2026-11的AAE140:110。")
        String textZh) {}
