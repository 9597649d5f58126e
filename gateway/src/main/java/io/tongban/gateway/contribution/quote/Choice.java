package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyEntry;

/** How the base of an option comes about. */
sealed interface Choice {
    /** The lowest, whatever it is at the place and in the month. */
    record Floor(PolicyEntry entry) implements Choice {}

    record Ceiling(PolicyEntry entry) implements Choice {}

    /** Parts of a million of the average wage, within the limits. */
    record ShareOfWage(long millionths, PolicyEntry entry) implements Choice {}

    record Given(long fen) implements Choice {}

    /** Nothing that is asked for has a base to choose. */
    record None() implements Choice {}
}
