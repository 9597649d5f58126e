package io.tongban.api.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What happened.")
public enum EventType {
    @JsonProperty("worker.enrolled")
    WORKER_ENROLLED,
    @JsonProperty("worker.refused")
    WORKER_REFUSED,
    @JsonProperty("enrolment.awaiting-counter")
    ENROLMENT_AWAITING_COUNTER,
    @JsonProperty("withholding.awaiting-counter")
    WITHHOLDING_AWAITING_COUNTER,
    @JsonProperty("withholding.confirmed")
    WITHHOLDING_CONFIRMED,
    @JsonProperty("withholding.refused")
    WITHHOLDING_REFUSED,
    @JsonProperty("withholding.reversed")
    WITHHOLDING_REVERSED
}
