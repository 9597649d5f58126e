package io.tongban.gateway.contribution.policy;

/** A part of a contribution: who pays it, and into which fund where the source says so. */
public enum Share {
    PERSON,
    PERSON_ACCOUNT,
    PERSON_POOLED,
    EMPLOYER,
    EMPLOYER_POOLED;

    public boolean isPersons() {
        return this == PERSON || this == PERSON_ACCOUNT || this == PERSON_POOLED;
    }
}
