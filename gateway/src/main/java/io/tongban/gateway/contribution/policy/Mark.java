package io.tongban.gateway.contribution.policy;

/** How far a value may be trusted, from the best to the weakest. */
public enum Mark {
    /** A source of the authority was read. */
    OFFICIAL,
    /** Another's table was read. */
    THIRD_PARTY,
    /** Common knowledge of the field. */
    ASSUMED
}
