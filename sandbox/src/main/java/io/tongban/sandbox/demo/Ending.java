package io.tongban.sandbox.demo;

import io.tongban.sandbox.population.SyntheticWorker;

/**
 * How one row of the population ended.
 *
 * @param code a problem code where something was refused, else empty
 * @param withheldFen what Tongban confirmed to have withheld, whole fen
 */
record Ending(SyntheticWorker worker, Kind kind, String code, long withheldFen) {
    enum Kind {
        CONFIRMED,
        REFUSED,
        UNRESOLVED
    }

    static Ending confirmed(SyntheticWorker worker, long fen) {
        return new Ending(worker, Kind.CONFIRMED, "", fen);
    }

    static Ending refused(SyntheticWorker worker, String code) {
        return new Ending(worker, Kind.REFUSED, code, 0);
    }

    static Ending unresolved(SyntheticWorker worker) {
        return new Ending(worker, Kind.UNRESOLVED, "", 0);
    }

    /** The month is booked, and a second try to book it was refused. */
    Ending refusedAgain(String code) {
        return new Ending(worker, kind, code, withheldFen);
    }

    /** Whether the row ended as it was made to end. */
    boolean asExpected() {
        return kind != Kind.UNRESOLVED
                && withheldFen == worker.expectedFen()
                && code.equals(worker.flaw().problemCode().orElse(""));
    }
}
