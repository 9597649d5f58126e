package io.tongban.api.payment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "TAKEN: the money counts for its month. PAID: the province has booked the month. CANCELLED: given back on the same day. TO_RETURN: comes back to the worker, for the month did not come about.")
public enum PaymentPartState {
    TAKEN,
    PAID,
    CANCELLED,
    TO_RETURN
}
