package io.tongban.api.withholding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where it happened.")
public enum TimelineKind {
    /** Between you and the gateway. */
    REQUEST,
    /** Between the gateway and the province, or a person who settles it. */
    PROVINCE,
    /** An event was made for you. */
    EVENT,
    /** An event went to an endpoint of yours. */
    DELIVERY
}
