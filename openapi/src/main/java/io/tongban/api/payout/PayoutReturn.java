package io.tongban.api.payout;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was held back of a payout and goes back to the worker, while what else was held stays.
 *
 * @param insurance what it was held for; absent where it never came to count for one
 * @param amountFen give so much back, whole fen
 * @param reason why
 * @param returnedAt when that was decided
 * @param text ready to show to the worker, English
 * @param textZh the same in Chinese
 */
@Schema(
        description =
                "Something that was held back of a payout and goes back to the worker, while what else was held stays (final).")
public record PayoutReturn(
        @Schema(
                description = "What it was held for; absent where it never came to count for one.",
                examples = "AAE140:110")
        @Nullable
        String insurance,

        @Schema(required = true, minimum = "1", description = "Give so much back, whole fen.", examples = "5800")
        long amountFen,

        @Schema(required = true) ReturnReason reason,

        @Schema(required = true) Instant returnedAt,

        @Schema(
                required = true,
                description = "Ready to show to the worker, English.",
                examples = "58.00 yuan held back of your earnings of 2026-11-10 come back to you.")
        String text,

        @Schema(required = true, description = "The same in Chinese.", examples = "从您2026-11-10的收入中暂扣的58.00元现退还给您。")
        String textZh) {}
