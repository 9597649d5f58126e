package io.tongban.api.payment;

import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a payment is for one insurance.
 *
 * @param insurance insurance kind with its code system
 * @param period the month that it is for
 * @param amountFen of this payment, whole fen
 * @param state what has become of it; the parts of a payment may end otherwise than each other
 */
@Schema(description = "What of a payment is for one insurance.")
public record PaymentPart(
        @Schema(required = true, description = "Insurance kind with its code system.", examples = "AAE140:110")
        String insurance,

        @Schema(required = true, description = "The month that it is for.", examples = "2026-11")
        YearMonth period,

        @Schema(required = true, description = "Of this payment, whole fen.", examples = "44080")
        long amountFen,

        @Schema(required = true) PaymentPartState state) {}
