package io.tongban.province.profile;

import java.time.Duration;

/**
 * When a province is not called (circuit open), and for how long.
 *
 * @param failures so many calls in a row that did not reach it, or got no reply
 * @param pause the first time; longer while it stays so
 */
public record CircuitBreakerSettings(int failures, Duration pause) {}
