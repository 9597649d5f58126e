package io.tongban.api.withholding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "ACCEPTED: stored, will reach the province. IN_PROCESS: sent, outcome not known yet. AWAITING_REVIEW: a"
                        + " person at the agency settles it with the province (not final). CONFIRMED: booked by the province"
                        + " (final). REFUSED: refused by the province, nothing booked (final). REVERSED: was CONFIRMED, and"
                        + " the province took the booking back; return what was withheld (final).")
public enum WithholdingState {
    ACCEPTED,
    IN_PROCESS,
    AWAITING_REVIEW,
    CONFIRMED,
    REFUSED,
    REVERSED;

    public boolean isFinal() {
        return this == CONFIRMED || this == REFUSED || this == REVERSED;
    }
}
