package io.tongban.api.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "ACCEPTED: stored, will reach the province. IN_PROCESS: sent, outcome not known yet. AWAITING_REVIEW: a"
                        + " person at the agency settles it with the province (not final). CONFIRMED: changed at the province"
                        + " (final). REFUSED: refused by the province, nothing changed (final).")
public enum InsuranceChangeState {
    ACCEPTED,
    IN_PROCESS,
    AWAITING_REVIEW,
    CONFIRMED,
    REFUSED;

    public boolean isFinal() {
        return this == CONFIRMED || this == REFUSED;
    }
}
