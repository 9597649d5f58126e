package io.tongban.sandbox.province;

import java.util.Locale;

/** What a province can be asked to do, whatever its dialect calls it. */
public enum Transaction {
    SIGN_IN,
    REGISTER,
    WITHHOLD,
    ENROL,
    CHANGE_BASE,
    PAUSE,
    RESUME,
    END,
    /** Puts name and mobile right. */
    CORRECT,
    INQUIRE,
    /** Takes a withholding back (冲正), by its serial. */
    REVERSE,
    STATUS,
    /** What was booked on a day, in sums. */
    DAY_TOTALS,
    /** The same one by one. */
    DAY_ITEMS;

    /** Whether it changes the ledger, so that a lost answer leaves the caller in doubt. */
    public boolean hasEffect() {
        return switch (this) {
            case REGISTER, WITHHOLD, ENROL, CHANGE_BASE, PAUSE, RESUME, END, CORRECT, REVERSE -> true;
            case SIGN_IN, INQUIRE, STATUS, DAY_TOTALS, DAY_ITEMS -> false;
        };
    }

    /** Whether it changes what a person is insured for, from a month on. */
    public boolean changesInsurance() {
        return switch (this) {
            case ENROL, CHANGE_BASE, PAUSE, RESUME, END -> true;
            case SIGN_IN, REGISTER, WITHHOLD, CORRECT, INQUIRE, REVERSE, STATUS, DAY_TOTALS, DAY_ITEMS -> false;
        };
    }

    /** Whether it says a base. */
    public boolean saysBase() {
        return this == ENROL || this == CHANGE_BASE || this == WITHHOLD;
    }

    /** As province files write it: {@code change-base}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
