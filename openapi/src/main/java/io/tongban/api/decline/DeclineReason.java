package io.tongban.api.decline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Why a worker does not want to be insured, in the words of the survey: the policy is not known; it cannot be afforded; the income is unstable, so that cover would lapse; the platform does not pay; the procedures are complicated; the income is wanted now; it cannot be transferred between provinces; the place insured is not where the work is.")
public enum DeclineReason {
    POLICY_UNKNOWN,
    CANNOT_AFFORD,
    UNSTABLE_INCOME,
    PLATFORM_DOES_NOT_PAY,
    COMPLICATED,
    WANTS_INCOME_NOW,
    NO_TRANSFER,
    INSURED_ELSEWHERE_THAN_WORKING
}
