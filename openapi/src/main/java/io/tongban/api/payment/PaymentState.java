package io.tongban.api.payment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "TAKEN: the money counts for its months. PAID: the provinces have booked all of it. CANCELLED: given back on the same day. TO_RETURN: all of it comes back to the worker, for no month came about. PARTLY_TO_RETURN: some of it comes back, the parts say which.")
public enum PaymentState {
    TAKEN,
    PAID,
    CANCELLED,
    TO_RETURN,
    PARTLY_TO_RETURN
}
