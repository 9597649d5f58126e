package io.tongban.api.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How many months are paid at once: 1, 3, 6 or 12, from the month of `asOf` on.")
public enum QuotePeriod {
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY
}
