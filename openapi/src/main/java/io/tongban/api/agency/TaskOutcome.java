package io.tongban.api.agency;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "BOOKED: the province has it; the subject becomes CONFIRMED or ENROLLED. NOT_BOOKED: the province has it not and will"
                        + " not; the subject becomes REFUSED. SEND_AGAIN: the province has it not; it is sent again under the same"
                        + " serial.")
public enum TaskOutcome {
    BOOKED,
    NOT_BOOKED,
    SEND_AGAIN
}
