package io.tongban.province;

import java.time.Duration;
import java.time.Instant;

/**
 * One exchange with a province's system, for the history of a command. No text of the far side, nothing personal.
 *
 * @param what {@code register}, {@code withhold}, {@code inquire}, {@code reverse} or {@code query-status}
 * @param at when it began
 * @param took until the answer was read, or given up
 * @param outcome {@code accepted}, {@code refused}, {@code pending} or {@code unknown}; of an inquiry or a reversal,
 *     what it said of the command
 * @param cause of a refusal the reason, of an unknown its word; else empty
 */
public record ProvinceCall(String what, Instant at, Duration took, String outcome, String cause) {}
