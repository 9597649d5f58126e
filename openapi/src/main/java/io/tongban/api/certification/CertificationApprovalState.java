package io.tongban.api.certification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an approval still counts. */
@Schema(
        description =
                "APPROVED: it counts. ENDED: its time is over, or the contract has another major version than it was given for; it is not given again, show your program in another run.")
public enum CertificationApprovalState {
    APPROVED,
    ENDED
}
