package io.tongban.province;

/** What a transaction of the province's system is for: one for each command, and the sign-in that some need first. */
public enum TransactionKind {
    SIGN_IN,
    REGISTER,
    WITHHOLD,
    INQUIRE,
    /** Takes an earlier transaction back (冲正), by its serial; for provinces that cannot be inquired. */
    REVERSE,
    QUERY_STATUS;

    private final String word = Words.of(this);

    public static TransactionKind of(ProvinceCommand command) {
        if (command instanceof ProvinceCommand.Register) {
            return REGISTER;
        }
        if (command instanceof ProvinceCommand.Withhold) {
            return WITHHOLD;
        }
        if (command instanceof ProvinceCommand.Reverse) {
            return REVERSE;
        }
        return command instanceof ProvinceCommand.Inquire ? INQUIRE : QUERY_STATUS;
    }

    /** As profiles, metrics and logs write it: {@code query-status}. */
    public String word() {
        return word;
    }
}
