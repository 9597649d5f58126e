package io.tongban.sandbox.province;

import java.time.YearMonth;

/**
 * An insurance to begin, change, pause, resume or end. Silent in {@link #toString()}: it holds personal data.
 *
 * @param change which of these
 * @param kind AAE140 code, three digits
 * @param from the first month of which it holds
 * @param baseFen contribution base, whole fen a month; 0 where none is said
 */
public record InsuranceOrder(
        Transaction change,
        String personNumber,
        String citizenNumber,
        String name,
        String kind,
        YearMonth from,
        long baseFen) {
    public InsuranceOrder {
        if (!change.changesInsurance()) {
            throw new IllegalArgumentException("no change of an insurance: " + change);
        }
    }

    @Override
    public String toString() {
        return "InsuranceOrder[" + change + "]";
    }
}
