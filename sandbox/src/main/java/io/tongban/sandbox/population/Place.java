package io.tongban.sandbox.population;

/** Why a worker is insured in a province. */
public enum Place {
    WORK_PLACE,
    HOUSEHOLD
}
