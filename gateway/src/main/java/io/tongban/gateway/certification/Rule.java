package io.tongban.gateway.certification;

/** How a case is judged. */
enum Rule {
    /** The request is made, and succeeds. */
    DONE,
    /** A request that met the scenario is sent again, the same under the same key, until it succeeds. */
    REPEATED,
    /** As {@link #REPEATED}, and no sooner than Retry-After says. */
    WAITED,
    /** As {@link #REPEATED}, and nothing that a badly signed answer said is used before. */
    NOT_BELIEVED,
    /** What was refused for good with this code is not sent again. */
    TAKEN_FOR_AN_ANSWER,
    /** Of an order that met the scenario at its province, the outcome is asked for. */
    FOLLOWED,
    /** An endpoint takes an event. */
    TOLD,
    /** An endpoint takes the same event twice. */
    TOLD_TWICE
}
