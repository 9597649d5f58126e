package io.tongban.api.payout;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Payouts that count.
 *
 * @param payouts in the order of the report
 */
@Schema(description = "Payouts that count.")
public record PayoutList(
        @Schema(required = true, description = "In the order of the report.")
        List<Payout> payouts) {}
