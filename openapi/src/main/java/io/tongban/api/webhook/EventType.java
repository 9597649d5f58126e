package io.tongban.api.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What happened.")
public enum EventType {
    @JsonProperty("worker.enrolled")
    WORKER_ENROLLED,
    @JsonProperty("worker.refused")
    WORKER_REFUSED,
    @JsonProperty("enrolment.awaiting-review")
    ENROLMENT_AWAITING_REVIEW,
    @JsonProperty("withholding.awaiting-review")
    WITHHOLDING_AWAITING_REVIEW,
    @JsonProperty("withholding.confirmed")
    WITHHOLDING_CONFIRMED,
    @JsonProperty("withholding.refused")
    WITHHOLDING_REFUSED,
    @JsonProperty("withholding.reversed")
    WITHHOLDING_REVERSED,
    @JsonProperty("insurance.changed")
    INSURANCE_CHANGED,
    @JsonProperty("insurance.change-refused")
    INSURANCE_CHANGE_REFUSED,
    @JsonProperty("insurance.change-awaiting-review")
    INSURANCE_CHANGE_AWAITING_REVIEW,
    @JsonProperty("payout.paid")
    PAYOUT_PAID,
    @JsonProperty("payout.to-return")
    PAYOUT_TO_RETURN,
    @JsonProperty("coverage.started")
    COVERAGE_STARTED,
    /** Ten days before. */
    @JsonProperty("coverage.lapsing")
    COVERAGE_LAPSING,
    @JsonProperty("coverage.lapsed")
    COVERAGE_LAPSED,
    @JsonProperty("coverage.resumed")
    COVERAGE_RESUMED,
    @JsonProperty("certification.approved")
    CERTIFICATION_APPROVED
}
