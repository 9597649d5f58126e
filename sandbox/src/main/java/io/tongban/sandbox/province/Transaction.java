package io.tongban.sandbox.province;

/** What a province can be asked to do, whatever its dialect calls it. */
public enum Transaction {
    SIGN_IN,
    REGISTER,
    WITHHOLD,
    INQUIRE,
    /** Takes a withholding back (冲正), by its serial. */
    REVERSE,
    STATUS;

    /** Whether it changes the ledger, so that a lost answer leaves the caller in doubt. */
    public boolean hasEffect() {
        return this == REGISTER || this == WITHHOLD || this == REVERSE;
    }
}
