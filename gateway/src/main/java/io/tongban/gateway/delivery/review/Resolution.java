package io.tongban.gateway.delivery.review;

import java.time.Instant;

/** What a person found out at the province. */
public sealed interface Resolution {
    /** How it is known; for the audit log, without personal data. */
    String note();

    /**
     * The province has booked the withholding.
     *
     * @param receiptNumber the province's own number of the booking
     * @param amountFen what it booked, whole fen
     */
    record Booked(String receiptNumber, Instant bookedAt, long amountFen, String note) implements Resolution {}

    /**
     * The province has registered the person.
     *
     * @param personNumber the province's own number of the person (AAC001)
     */
    record Registered(String personNumber, String note) implements Resolution {
        @Override
        public String toString() {
            return "Registered[…]";
        }
    }

    /**
     * The province has made the change.
     *
     * @param receiptNumber the province's own number of the change
     */
    record Changed(String receiptNumber, String note) implements Resolution {}

    /** The province has it not, and will not. */
    record NotBooked(String note) implements Resolution {}

    /** The province has it not; it goes out again under its serial. */
    record SendAgain(String note) implements Resolution {}
}
