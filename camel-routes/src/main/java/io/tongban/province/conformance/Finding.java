package io.tongban.province.conformance;

import java.time.Duration;

/** A check and what came of it. */
record Finding(Check check, Verdict verdict, Duration took) {
    boolean failed() {
        return verdict instanceof Verdict.Failed;
    }
}
