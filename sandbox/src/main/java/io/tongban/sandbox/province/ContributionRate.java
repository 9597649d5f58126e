package io.tongban.sandbox.province;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What share of the base a worker in flexible employment pays.
 *
 * @param kind AAE140 code, three digits
 * @param validTo last month, open when absent
 * @param basisPoints hundredths of a per cent: 2000 is 20 %
 * @param mark S a source was read, K common knowledge of the field
 */
public record ContributionRate(
        String province,
        String kind,
        YearMonth validFrom,
        @Nullable YearMonth validTo,
        int basisPoints,
        String mark,
        String source) {

    /** The month's contribution in whole fen, half a fen rounded up. */
    public long amountFen(long baseFen) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(baseFen, basisPoints), 5_000L), 10_000L);
    }
}
