package io.tongban.api.payment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Payments that were asked for.
 *
 * @param items at most one for a reference
 */
@Schema(description = "Payments that were asked for.")
public record CounterPaymentList(
        @Schema(required = true, description = "At most one for a reference.")
        List<CounterPayment> items) {}
