package io.tongban.api.worker;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "PENDING: on its way to the province. ENROLLED: the province gave a person number. REFUSED: the province said no.")
public enum EnrolmentState {
    PENDING,
    ENROLLED,
    REFUSED
}
