package io.tongban.api.status;

import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A month that is held back from payouts.
 *
 * @param period the month
 * @param heldFen what this partner holds of it
 * @param cutOff last day of payouts for it
 */
@Schema(description = "A month that is held back from payouts.")
public record CollectedMonth(
        @Schema(required = true, examples = "2026-11") YearMonth period,

        @Schema(required = true, description = "What this partner holds of it, whole fen.", examples = "66120")
        long heldFen,

        @Schema(required = true, description = "Last day of payouts for it.", examples = "2026-12-15")
        LocalDate cutOff) {}
