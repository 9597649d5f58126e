package io.tongban.api.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row in which bank and gateway differ.
 *
 * @param partnerReference the bank's own name of the payment
 * @param operation what was done
 * @param kind how they differ
 * @param bookedFen by the gateway, whole fen
 * @param reportedFen by the bank, whole fen
 */
@Schema(description = "A row in which bank and gateway differ.")
public record CounterDifference(
        @Schema(required = true, description = "The bank's own name of the payment.", examples = "till-17-000042")
        String partnerReference,

        @Schema(required = true) CounterOperation operation,
        @Schema(required = true) DifferenceKind kind,

        @Schema(description = "By the gateway, whole fen.", examples = "44080") @Nullable
        Long bookedFen,

        @Schema(description = "By the bank, whole fen.", examples = "44180") @Nullable
        Long reportedFen) {}
