package io.tongban.sandbox.province;

import java.time.YearMonth;

/**
 * A month's contribution to book. Silent in {@link #toString()}: it holds personal data.
 *
 * @param kind AAE140 code, three digits
 * @param baseFen contribution base, whole fen a month
 * @param amountFen whole fen
 * @param payer unified social credit code, GB 32100
 */
public record WithholdOrder(
        String personNumber,
        String citizenNumber,
        String name,
        String kind,
        YearMonth period,
        long baseFen,
        long amountFen,
        String payer) {
    @Override
    public String toString() {
        return "WithholdOrder[…]";
    }
}
