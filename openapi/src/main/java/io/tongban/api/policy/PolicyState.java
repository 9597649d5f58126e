package io.tongban.api.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "VALUE: see `value`. ZERO_BY_LAW: nothing is to be paid. NOT_APPLICABLE: there is no such thing here. UNKNOWN: there is a value, and the gateway does not know it. ANNOUNCED: there will be one, which is not published yet.")
public enum PolicyState {
    VALUE,
    ZERO_BY_LAW,
    NOT_APPLICABLE,
    UNKNOWN,
    ANNOUNCED
}
