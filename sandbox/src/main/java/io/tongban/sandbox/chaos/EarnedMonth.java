package io.tongban.sandbox.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One month of one person's pension, held back from payouts of two platforms, half each.
 *
 * @param at the same person at each platform
 * @param dueFen what the month costs
 */
record EarnedMonth(List<Insured> at, LocalDate paidOn, long baseFen, long dueFen) {
    static final int PLATFORMS = 2;
    static final int SHARE_PERCENT = 100 / PLATFORMS;
    private static final int PAYOUTS = 3;

    EarnedMonth {
        at = List.copyOf(at);
    }

    /** @param number of the platform's payouts of the month, from 0 */
    record EarnedPayout(Insured insured, LocalDate paidOn, int number, long earnedFen) {
        String reference(String run) {
            return EarnedMonths.PREFIX + run + insured.index + "-" + number;
        }
    }

    /** Of each platform three, of which the last is enough for whatever its share still lacks. */
    List<EarnedPayout> payouts() {
        List<EarnedPayout> payouts = new ArrayList<>();
        for (int number = 0; number < PAYOUTS; number++) {
            for (Insured insured : at) {
                long earned = number == PAYOUTS - 1 ? dueFen : dueFen / (5 + insured.index % 7);
                payouts.add(new EarnedPayout(insured, paidOn, number, earned));
            }
        }
        return payouts;
    }
}
