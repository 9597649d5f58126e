package io.tongban.sandbox.province;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a province answers, before a dialect puts it into bytes. */
public sealed interface Answer {
    /** @param personNumber the province's number of the person (AAC001) */
    record Registered(String personNumber) implements Answer {}

    /**
     * @param receiptNumber 20 digits
     * @param amountFen as booked, whole fen
     */
    record Booked(String receiptNumber, long amountFen, Instant bookedAt) implements Answer {}

    /** @param receiptNumber of the change, 20 digits */
    record Changed(String receiptNumber) implements Answer {}

    /** What was booked is taken back. */
    record Reversed(Instant reversedAt) implements Answer {}

    record Covers(List<Cover> covers) implements Answer {
        public Covers {
            covers = List.copyOf(covers);
        }
    }

    /**
     * @param kind AAE140 code, three digits
     * @param state AAC031: {@code 1} paying, {@code 2} suspended, {@code 3} ended
     * @param paidThrough last month without a gap that is paid
     */
    record Cover(String kind, String state, @Nullable YearMonth paidThrough) {}

    /** What was booked on a day, in sums. */
    record DayTotals(LocalDate day, List<DayTotal> totals) implements Answer {
        public DayTotals {
            totals = List.copyOf(totals);
        }
    }

    /** A page of what was booked on a day. */
    record DayItems(LocalDate day, List<DayEntry> items) implements Answer {
        public DayItems {
            items = List.copyOf(items);
        }
    }

    /**
     * @param command {@code withhold} or {@code reverse}
     * @param kind AAE140 code, three digits
     */
    record DayTotal(String command, String kind, long count, long fen) {}

    /** A final no; nothing was booked. */
    record Refused(Refusal reason) implements Answer {}

    /** Received, not finished: inquire later. */
    record InProcess() implements Answer {}

    /** @param expires end of the sign-in's life */
    record SignedIn(String token, Instant expires) implements Answer {
        @Override
        public String toString() {
            return "SignedIn[…]";
        }
    }

    /** The sign-in is missing or has expired; nothing was done. */
    record SignInAgain() implements Answer {}

    /** Wrong password, wrong key or wrong operator; nothing was done. */
    record NotAuthenticated() implements Answer {}

    /** Something broke over here; what became of it is to be inquired. */
    record SystemError() implements Answer {}

    /** Whether it says that the thing asked for was done. */
    default boolean isSuccess() {
        return this instanceof Registered
                || this instanceof Booked
                || this instanceof Changed
                || this instanceof Reversed
                || this instanceof Covers
                || this instanceof DayTotals
                || this instanceof DayItems
                || this instanceof SignedIn;
    }
}
