package io.tongban.gateway.delivery.province;

import io.tongban.api.problem.ProblemType;
import io.tongban.province.RefusalReason;

/** A province's refusal as a problem of the catalogue. */
public final class RefusalProblems {
    private RefusalProblems() {}

    public static ProblemType problemOf(RefusalReason reason) {
        return switch (reason) {
            case PERSON_UNKNOWN -> ProblemType.PROVINCE_PERSON_UNKNOWN;
            case IDENTITY_MISMATCH -> ProblemType.PROVINCE_IDENTITY_MISMATCH;
            case AMOUNT_NOT_ALLOWED -> ProblemType.PROVINCE_AMOUNT_NOT_ALLOWED;
            case PERIOD_ALREADY_PAID -> ProblemType.PROVINCE_PERIOD_PAID;
            case NOT_ELIGIBLE -> ProblemType.PROVINCE_NOT_ELIGIBLE;
            case REVERSED -> ProblemType.PROVINCE_REVERSED;
            // The link keeps SERIAL_NOT_FOUND to itself: it is the answer to an inquiry, never to a command.
            case SERIAL_NOT_FOUND, OTHER -> ProblemType.PROVINCE_REFUSED;
        };
    }
}
