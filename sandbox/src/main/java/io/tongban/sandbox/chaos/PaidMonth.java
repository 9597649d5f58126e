package io.tongban.sandbox.chaos;

import java.time.YearMonth;

/**
 * One month of one insurance that is to be withheld.
 *
 * @param kind AAE140 code, three digits
 * @param round 0, and one more each time that the province took the one before back
 */
record PaidMonth(Insured insured, String kind, YearMonth period, long baseFen, long amountFen, int round) {
    /** All months but the last are withheld for every worker. */
    private static final int PAUSED_AFTER = 10;

    PaidMonth again() {
        return new PaidMonth(insured, kind, period, baseFen, amountFen, round + 1);
    }

    /**
     * One month of each worker, another one for each ten: after it the worker's pension is paused, where the province
     * can.
     */
    boolean bringsPause() {
        return !insured.ofOtherMake
                && kind.equals("110")
                && period.getMonthValue() == insured.index % PAUSED_AFTER + 1
                && round == 0;
    }

    String reference(String run) {
        return run + insured.index + "-" + kind + "-" + period + "-" + round;
    }
}
