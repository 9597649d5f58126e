package io.tongban.province.profile;

import java.time.Duration;

/**
 * How long outcomes take.
 *
 * @param typical usual time from the first send to an outcome
 * @param giveUpAfter the first send so long ago, a person takes over
 */
public record Patience(Duration typical, Duration giveUpAfter) {}
