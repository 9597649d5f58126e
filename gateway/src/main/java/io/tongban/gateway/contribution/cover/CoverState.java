package io.tongban.gateway.contribution.cover;

/** Whether a person is covered on a day, by the rules. */
public enum CoverState {
    /** Nothing was paid yet. */
    NONE,
    WAITING,
    COVERED,
    SUSPENDED,
    ENDED,
    /** Something is paid or not, and nobody here knows what follows from it. */
    UNKNOWN
}
