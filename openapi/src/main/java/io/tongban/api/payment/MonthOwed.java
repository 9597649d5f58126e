package io.tongban.api.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is still owed of a month.
 *
 * @param insurance insurance kind with its code system
 * @param period the month
 * @param cutOff last day on which it can be paid
 * @param dueFen by the rules, for the base of the mandate or of the first who paid of it; whole fen
 * @param amountFen what the worker can pay now: what is left of it, within the mandate; whole fen
 */
@Schema(description = "What is still owed of a month.")
public record MonthOwed(
        @Schema(required = true, description = "Insurance kind with its code system.", examples = "AAE140:110")
        String insurance,

        @Schema(required = true, description = "The month.", examples = "2026-11")
        YearMonth period,

        @Schema(required = true, description = "Last day on which it can be paid.", examples = "2026-12-15")
        LocalDate cutOff,

        @Schema(
                required = true,
                description = "By the rules, for the base of the mandate or of the first who paid of it; whole fen.",
                examples = "110200")
        long dueFen,

        @Schema(
                required = true,
                description = "What the worker can pay now: what is left of it, within the mandate; whole fen.",
                examples = "44080")
        long amountFen) {}
