package io.tongban.province;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an accepted command brought back. */
public sealed interface ProvinceDetail {
    /** @param personNumber the province's own number of the person (AAC001) */
    record Registered(String personNumber) implements ProvinceDetail {
        @Override
        public String toString() {
            return "Registered[…]";
        }
    }

    /**
     * @param receiptNumber the province's own number of the booking
     * @param amountFen what the province booked, whole fen; must equal what was sent
     * @param bookedAt when the province booked it
     */
    record Withheld(String receiptNumber, long amountFen, Instant bookedAt) implements ProvinceDetail {}

    /** @param receiptNumber the province's own number of the change */
    record Changed(String receiptNumber) implements ProvinceDetail {}

    record Covers(List<Cover> covers) implements ProvinceDetail {
        public Covers {
            covers = List.copyOf(covers);
        }
    }

    /**
     * One insurance of one person at the province.
     *
     * @param paidThrough last month without a gap that is paid; absent when nothing is
     */
    record Cover(
            InsuranceKind insurance,
            CoverState state,
            @Nullable YearMonth paidThrough) {}

    /** What the province booked on a day, in sums. A kind and insurance that is not there was not booked. */
    record DayTotals(List<DayTotal> totals) implements ProvinceDetail {
        public DayTotals {
            totals = List.copyOf(totals);
        }
    }

    /** @param fen their sum, whole fen */
    record DayTotal(EntryKind kind, InsuranceKind insurance, long count, long fen) {}

    /**
     * A page of what the province booked on a day, in its order.
     *
     * @param more whether there may be another page
     */
    record DayItems(List<DayItem> items, boolean more) implements ProvinceDetail {
        public DayItems {
            items = List.copyOf(items);
        }
    }

    /** @param serial of the withholding; what no withholding of ours has is as the province wrote it */
    record DayItem(EntryKind kind, String serial, long fen) {}

    /**
     * What stands in a province's books of a day. A booking that was taken back on its own day stands there not at all.
     */
    enum EntryKind {
        /** Booked on that day. */
        WITHHOLD,
        /** Booked on an earlier day, and taken back on that one. */
        REVERSE
    }

    /** Payment state, HRSS AAC031: 1 paying, 2 suspended, 3 ended. */
    enum CoverState {
        PAYING,
        SUSPENDED,
        ENDED
    }
}
