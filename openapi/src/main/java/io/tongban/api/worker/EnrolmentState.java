package io.tongban.api.worker;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "PENDING: on its way to the province. AWAITING_REVIEW: a person at the agency settles it with the province (not"
                        + " final). ENROLLED: the province gave a person number. REFUSED: the province said no.")
public enum EnrolmentState {
    PENDING,
    AWAITING_REVIEW,
    ENROLLED,
    REFUSED
}
