package io.tongban.api.withholding;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way of a withholding. Equal steps in a row are counted, not repeated. Holds no personal data.
 *
 * @param at when it was done first
 * @param what what was done
 * @param outcome what came of it at the province: {@code accepted}, {@code refused}, {@code pending} or {@code
 *     unknown}; absent where the province had no part in it
 * @param cause why, in one stable word such as {@code timeout} or {@code deadline}; absent where there is nothing
 *     to say. More words may come
 * @param times how often it was done in a row; 1 or more
 * @param lastAt when it was done last; equal to {@code at} if it was done once
 */
@Schema(
        description =
                "One step on the way of a withholding. Equal steps in a row are counted, not repeated. Holds no personal data.")
public record WithholdingStep(
        @Schema(required = true, description = "When it was done first.", examples = "2026-11-23T08:00:00Z")
        Instant at,

        @Schema(required = true) StepKind what,

        @Schema(
                description =
                        "What came of it at the province: `accepted`, `refused`, `pending` or `unknown`; absent where the province"
                                + " had no part in it.",
                examples = "unknown")
        @Nullable
        String outcome,

        @Schema(
                description =
                        "Why, in one stable word such as `timeout` or `deadline`; absent where there is nothing to say. More words"
                                + " may come.",
                examples = "timeout")
        @Nullable
        String cause,

        @Schema(required = true, description = "How often it was done in a row; 1 or more.", examples = "3")
        int times,

        @Schema(
                required = true,
                description = "When it was done last; equal to `at` if it was done once.",
                examples = "2026-11-23T08:02:30Z")
        Instant lastAt) {}
