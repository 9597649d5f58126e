package io.tongban.api.payout;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "HELD: hold it back until the month is settled. PAID: the province has booked the month (the province can"
                        + " still take a booking back). TO_RETURN: give it back to the worker, see `reason` (final).")
public enum PartState {
    HELD,
    PAID,
    TO_RETURN
}
