package io.tongban.gateway.trust.risk;

/** What a rule says of an effect, the milder first. */
public enum RiskVerdict {
    ALLOW,
    /** A person at the agency decides; the effect does not happen before. */
    HOLD,
    REFUSE
}
