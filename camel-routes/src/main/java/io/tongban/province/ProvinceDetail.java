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

    /** Payment state, HRSS AAC031: 1 paying, 2 suspended, 3 ended. */
    enum CoverState {
        PAYING,
        SUSPENDED,
        ENDED
    }
}
