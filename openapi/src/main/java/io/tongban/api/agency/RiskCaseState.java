package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "HELD: it waits for a person. REFUSED: a rule refused it. APPROVED: the bank may ask once more, in the same words. REJECTED: a person refused it. USED: it was asked for again and happened.")
public enum RiskCaseState {
    HELD,
    REFUSED,
    APPROVED,
    REJECTED,
    USED
}
