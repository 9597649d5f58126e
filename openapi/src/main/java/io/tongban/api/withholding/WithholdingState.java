package io.tongban.api.withholding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "ACCEPTED: stored, will reach the province. IN_PROCESS: sent, outcome not known yet. CONFIRMED: booked by the"
                        + " province (final). REFUSED: refused by the province, nothing booked (final).")
public enum WithholdingState {
    ACCEPTED,
    IN_PROCESS,
    CONFIRMED,
    REFUSED;

    public boolean isFinal() {
        return this == CONFIRMED || this == REFUSED;
    }
}
