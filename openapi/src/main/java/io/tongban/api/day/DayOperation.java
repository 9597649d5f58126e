package io.tongban.api.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "TAKEN: a worker paid. CANCELLED: it was given back on the same day. CONFIRMED: the province booked the month. RETURNED: it comes back to the worker.")
public enum DayOperation {
    TAKEN,
    CANCELLED,
    CONFIRMED,
    RETURNED
}
