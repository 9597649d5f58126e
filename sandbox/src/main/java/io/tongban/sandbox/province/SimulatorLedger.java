package io.tongban.sandbox.province;

import java.util.List;
import java.util.Map;

/**
 * What a province believes to have booked: the independent truth that Tongban's own books are compared with. Read from
 * the simulator's database at each call.
 *
 * @see LedgerUnavailableException thrown by each method when the database does not answer
 */
public interface SimulatorLedger {
    /** Sum of everything booked and not taken back, whole fen. */
    long totalFen();

    /** Number of bookings that were not taken back. */
    long bookings();

    /** Number of registered persons. */
    long persons();

    /** Totals by the payer's unified social credit code. */
    Map<String, PayerTotal> byPayer();

    /** One citizen's bookings, by period. */
    List<Booking> bookingsOf(String citizenNumber);

    /** A page of bookings, by receipt number. */
    List<Booking> bookings(BookingFilter filter);

    /** Months of an insurance that one citizen has paid more than once. Must be empty, whatever the callers did. */
    List<DoubleBooking> doubleBookings();

    /** How often a month was asked to be paid again under another serial, and refused. */
    long refusedDoubles();

    /** What was changed of one citizen and his or her insurances, in the order in which it was changed. */
    List<InsuranceEntry> changesOf(String citizenNumber);

    /** Number of changes of persons and insurances. */
    long changes();

    /** Number of bookings that were taken back. */
    long reversed();
}
