package io.tongban.province;

/** What a transaction of the province's system is for: one for each command, and the sign-in that some need first. */
public enum TransactionKind {
    SIGN_IN,
    REGISTER,
    WITHHOLD,
    /** Insures for one more insurance from a month on. */
    ENROL,
    /** Pays on another base, or in another grade, from a month on. */
    CHANGE_BASE,
    /** Pays nothing from a month on, until it is resumed. */
    PAUSE,
    RESUME,
    /** Ends an insurance with the month before. */
    END,
    /** Puts right what the province knows of a person: name and mobile. */
    CORRECT,
    INQUIRE,
    /** Takes an earlier transaction back (冲正), by its serial; for provinces that cannot be inquired. */
    REVERSE,
    QUERY_STATUS,
    /** What the province booked on a day (对账), in sums. */
    DAY_TOTALS,
    /** The same one by one. */
    DAY_ITEMS;

    private final String word = Words.of(this);

    public static TransactionKind of(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Register) {
            return REGISTER;
        }
        if (command instanceof ProvinceCommand.Withhold) {
            return WITHHOLD;
        }
        if (command instanceof ProvinceCommand.ChangeInsurance change) {
            return of(change.change());
        }
        if (command instanceof ProvinceCommand.Correct) {
            return CORRECT;
        }
        if (command instanceof ProvinceCommand.Reverse) {
            return REVERSE;
        }
        if (command instanceof ProvinceCommand.QueryDayTotals) {
            return DAY_TOTALS;
        }
        if (command instanceof ProvinceCommand.QueryDayItems) {
            return DAY_ITEMS;
        }
        return command instanceof ProvinceCommand.Inquire ? INQUIRE : QUERY_STATUS;
    }

    public static TransactionKind of(InsuranceChange change) {
        return switch (change) {
            case ENROL -> ENROL;
            case CHANGE_BASE -> CHANGE_BASE;
            case PAUSE -> PAUSE;
            case RESUME -> RESUME;
            case END -> END;
        };
    }

    /** Whether it changes what the province has in its books, so that somebody waits for what came of it. */
    public boolean hasEffect() {
        return switch (this) {
            case REGISTER, WITHHOLD, ENROL, CHANGE_BASE, PAUSE, RESUME, END, CORRECT -> true;
            case SIGN_IN, INQUIRE, REVERSE, QUERY_STATUS, DAY_TOTALS, DAY_ITEMS -> false;
        };
    }

    /** As profiles, metrics and logs write it: {@code query-status}. */
    public String word() {
        return word;
    }
}
