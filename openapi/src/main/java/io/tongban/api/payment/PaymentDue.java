package io.tongban.api.payment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a worker can pay now under a mandate.
 *
 * @param amountFen all together, whole fen; this and nothing else is taken
 * @param months by insurance
 */
@Schema(description = "What a worker can pay now under a mandate.")
public record PaymentDue(
        @Schema(
                required = true,
                description = "All together, whole fen; this and nothing else is taken.",
                examples = "44080")
        long amountFen,

        @Schema(required = true, description = "By insurance.")
        List<MonthOwed> months) {}
