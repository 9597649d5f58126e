package io.tongban.api.quote;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Where the person is to be insured: at the place of household registration, or where the work is.")
public enum QuotePlace {
    HOUSEHOLD,
    WORK_PLACE
}
