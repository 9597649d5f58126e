package io.tongban.gateway.contribution.policy;

/** As what a person is insured. */
public enum Relation {
    FLEXIBLE,
    EMPLOYEE,
    RESIDENT,
    PLATFORM_PAID
}
