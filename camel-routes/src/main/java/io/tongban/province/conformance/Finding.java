package io.tongban.province.conformance;

import java.time.Duration;

/**
 * A check and what came of it.
 *
 * @param exchange what was sent and came back, line by line, where the check failed; else empty
 */
record Finding(Check check, Verdict verdict, Duration took, String exchange) {
    boolean failed() {
        return verdict instanceof Verdict.Failed;
    }
}
