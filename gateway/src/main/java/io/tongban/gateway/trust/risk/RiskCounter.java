package io.tongban.gateway.trust.risk;

import java.time.Instant;

/**
 * What is counted together.
 *
 * @param key scope, whose, window and its beginning
 * @param ends after which nothing comes to it
 */
record RiskCounter(String key, Instant ends) {
    /** @param number of effects, this one among them */
    record Count(long number, long fen) {}

    static RiskCounter of(RiskRule.Scope scope, RiskRule.Window window, RiskFacts facts) {
        return new RiskCounter(
                scope + " " + scope.of(facts) + " " + window + " "
                        + window.begin(facts.at()).toInstant(),
                window.end(facts.at()).toInstant());
    }
}
