package io.tongban.api.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "ACTIVE: may be withheld under, within its months. REVOKED: no further withholding is accepted.")
public enum MandateState {
    ACTIVE,
    REVOKED
}
