package io.tongban.province;

/** What may be changed of a person's insurance, each from the beginning of a month. */
public enum InsuranceChange {
    /** Insured for it from then on. */
    ENROL,
    /** Another base or grade from then on. */
    CHANGE_BASE,
    /** Nothing is paid from then on, and nothing can be withheld, until it is resumed. */
    PAUSE,
    /** Paid again from then on. */
    RESUME,
    /** Not insured for it any more from then on. */
    END;

    /** Whether it says a base. */
    public boolean hasBase() {
        return this == ENROL || this == CHANGE_BASE;
    }
}
