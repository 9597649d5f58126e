package io.tongban.gateway.accounting.reconciliation;

import io.tongban.province.ProvinceDetail.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A row in which the two books of a day differ.
 *
 * @param serial ours, or as the province wrote it
 * @param ourFen absent where we have no such entry
 * @param theirFen absent where the province has none
 * @param withholdingId absent where the serial is none of ours
 */
record Difference(
        EntryKind kind,
        String serial,
        @Nullable Long ourFen,
        @Nullable Long theirFen,
        @Nullable String withholdingId) {
    static final String MISSING_THERE = "missing-there";
    static final String UNKNOWN_HERE = "unknown-here";
    static final String AMOUNT_DIFFERS = "amount-differs";
    /** The sums differ, and no row does: the insurances of the day, or the counts. */
    static final String SUMS_DIFFER = "sums-differ";
    /** The serial of a row that is about the day as a whole. */
    static final String WHOLE_DAY = "-";

    static Difference wholeDay(EntryKind kind) {
        return new Difference(kind, WHOLE_DAY, null, null, null);
    }

    /** As tasks say it. */
    String reason() {
        if (theirFen == null) {
            return ourFen == null ? SUMS_DIFFER : MISSING_THERE;
        }
        return ourFen == null ? UNKNOWN_HERE : AMOUNT_DIFFERS;
    }
}
