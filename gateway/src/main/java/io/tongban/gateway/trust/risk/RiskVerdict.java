package io.tongban.gateway.trust.risk;

/** What a rule says of an effect, the milder first. */
public enum RiskVerdict {
    ALLOW,
    /** Another operator of the bank signs beside; needed whatever milder or stricter rules say. */
    SECOND_PERSON,
    /** A person at the agency decides; the effect does not happen before. */
    HOLD,
    REFUSE
}
