package io.tongban.gateway.contribution.advice;

import io.tongban.gateway.contribution.policy.Relation;

/** What a person without an employer can have, each with what it is not had beside. */
enum Scheme {
    EMPLOYEES_PENSION("AAE140:110", Relation.FLEXIBLE, true),
    EMPLOYEES_MEDICAL("AAE140:310", Relation.FLEXIBLE, true),
    RESIDENT_PENSION("AAE140:170", Relation.RESIDENT, false),
    RESIDENT_MEDICAL("AAE140:390", Relation.RESIDENT, false),
    ORDERS("AAE140:410", Relation.PLATFORM_PAID, true);

    private final String insurance;
    private final Relation relation;
    private final boolean atWorkPlace;

    Scheme(String insurance, Relation relation, boolean atWorkPlace) {
        this.insurance = insurance;
        this.relation = relation;
        this.atWorkPlace = atWorkPlace;
    }

    String insurance() {
        return insurance;
    }

    Relation relation() {
        return relation;
    }

    boolean atWorkPlace() {
        return atWorkPlace;
    }

    boolean isEmployees() {
        return relation == Relation.FLEXIBLE;
    }

    boolean isResidents() {
        return relation == Relation.RESIDENT;
    }

    /** The same risk in the other scheme; of {@link #ORDERS} there is none. */
    Scheme counterpart() {
        return switch (this) {
            case EMPLOYEES_PENSION -> RESIDENT_PENSION;
            case EMPLOYEES_MEDICAL -> RESIDENT_MEDICAL;
            case RESIDENT_PENSION -> EMPLOYEES_PENSION;
            case RESIDENT_MEDICAL -> EMPLOYEES_MEDICAL;
            case ORDERS -> ORDERS;
        };
    }
}
