package io.tongban.api.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Of one operator at one point, by one means, one operation.
 *
 * @param operator staff number
 * @param point reference of the counter or terminal
 * @param means cASH or CARD
 * @param operation what was done
 * @param count how many, by the books of the gateway
 * @param amountFen all together, by the books of the gateway, whole fen
 * @param reportedCount how many, by the bank; of what the bank reports, once it does
 * @param reportedFen all together, by the bank, whole fen; 9007199254740991 where it would be more
 */
@Schema(description = "Of one operator at one point, by one means, one operation.")
public record DayLine(
        @Schema(required = true, description = "Staff number.", examples = "T1001")
        String operator,

        @Schema(required = true, description = "Reference of the counter or terminal.", examples = "gz-001-c1")
        String point,

        @Schema(required = true, description = "CASH or CARD.", examples = "CASH")
        String means,

        @Schema(required = true) DayOperation operation,

        @Schema(required = true, description = "How many, by the books of the gateway.", examples = "17")
        int count,

        @Schema(
                required = true,
                description = "All together, by the books of the gateway, whole fen.",
                examples = "1873400")
        long amountFen,

        @Schema(description = "How many, by the bank; of what the bank reports, once it does.", examples = "17")
        @Nullable
        Integer reportedCount,

        @Schema(
                description = "All together, by the bank, whole fen; 9007199254740991 where it would be more.",
                examples = "1873400")
        @Nullable
        Long reportedFen) {}
