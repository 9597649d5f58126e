package io.tongban.sandbox.demo;

/**
 * How one row of the population ended.
 *
 * @param code what it ended with: empty if confirmed, a problem code if refused, {@code unresolved} if nobody can say
 */
record Ending(Row row, Kind kind, String code) {
    enum Kind {
        CONFIRMED,
        REFUSED,
        UNRESOLVED
    }

    static Ending confirmed(Row row) {
        return new Ending(row, Kind.CONFIRMED, "");
    }

    static Ending refused(Row row, String code) {
        return new Ending(row, Kind.REFUSED, code);
    }

    static Ending unresolved(Row row) {
        return new Ending(row, Kind.UNRESOLVED, "unresolved");
    }

    /** Whether the row ended as its maker meant it to. */
    boolean asExpected() {
        return kind != Kind.UNRESOLVED && code.equals(row.expectedCode());
    }
}
