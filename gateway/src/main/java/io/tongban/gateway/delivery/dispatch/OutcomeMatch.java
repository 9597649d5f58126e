package io.tongban.gateway.delivery.dispatch;

/** What a word of the province means to a subject as it stands. */
public enum OutcomeMatch {
    /** The subject is open, and this is its outcome; or it was booked, and this takes it back. */
    SETTLES,
    /** The subject is open, and something else than was asked for is booked over there: only a person can settle it. */
    DIFFERS,
    /** The subject has this outcome already. */
    REPEATS,
    /** The subject has another outcome. */
    CONTRADICTS,
    /** No outcome: the subject stays as it is. */
    SAYS_NOTHING
}
