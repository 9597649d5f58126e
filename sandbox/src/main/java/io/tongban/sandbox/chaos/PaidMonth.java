package io.tongban.sandbox.chaos;

import java.time.YearMonth;

/**
 * One month of one insurance that is to be withheld.
 *
 * @param kind AAE140 code, three digits
 * @param round 0, and one more each time that the province took the one before back
 */
record PaidMonth(Insured insured, String kind, YearMonth period, long baseFen, long amountFen, int round) {
    PaidMonth again() {
        return new PaidMonth(insured, kind, period, baseFen, amountFen, round + 1);
    }

    String reference(String run) {
        return run + insured.index + "-" + kind + "-" + period + "-" + round;
    }
}
