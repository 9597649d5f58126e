package io.tongban.api.quote;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one grade costs.
 *
 * @param grade the grade; absent of a base that was given, and where there is none to choose
 * @param baseFen contribution base in the first month, whole fen; absent where there is none
 * @param personFen what the person pays for the whole period, whole fen
 * @param employerFen what an employer pays beside it, whole fen
 * @param subsidyFen what the state adds to it, whole fen
 * @param remainsFen what remains of the income of these months, whole fen; below 0 where it is not enough
 * @param provisional whether one of the lines is
 * @param lines what it is made of
 */
@Schema(description = "What one grade costs.")
public record QuoteOption(
        @Schema(
                description = "The grade; absent of a base that was given, and where there is none to choose.",
                examples = "60")
        @Nullable
        String grade,

        @Schema(
                description = "Contribution base in the first month, whole fen; absent where there is none.",
                examples = "551000")
        @Nullable
        Long baseFen,

        @Schema(
                required = true,
                description = "What the person pays for the whole period, whole fen.",
                examples = "110200")
        long personFen,

        @Schema(required = true, description = "What an employer pays beside it, whole fen.", examples = "0")
        long employerFen,

        @Schema(required = true, description = "What the state adds to it, whole fen.", examples = "0")
        long subsidyFen,

        @Schema(
                description = "What remains of the income of these months, whole fen; below 0 where it is not enough.",
                examples = "389800")
        @Nullable
        Long remainsFen,

        @Schema(required = true, description = "Whether one of the lines is.")
        boolean provisional,

        @Schema(required = true, description = "What it is made of.")
        List<QuoteLine> lines) {}
