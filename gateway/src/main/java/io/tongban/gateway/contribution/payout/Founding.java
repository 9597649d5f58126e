package io.tongban.gateway.contribution.payout;

import io.tongban.gateway.contribution.policy.Mark;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The rules that a month is collected by.
 *
 * @param rule id of the entry that its contribution comes from
 * @param mark the weakest of all that is behind it
 * @param knownAt day of knowledge
 * @param cutOff last day of payouts for it
 * @param closesAt when it is closed
 */
record Founding(String rule, Mark mark, LocalDate knownAt, LocalDate cutOff, Instant closesAt) {}
