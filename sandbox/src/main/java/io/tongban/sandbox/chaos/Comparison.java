package io.tongban.sandbox.chaos;

import io.tongban.sandbox.province.Booking;
import io.tongban.sandbox.province.BookingFilter;
import io.tongban.sandbox.province.Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds the gateway's entries against a province's bookings, one by one, by serial. */
final class Comparison {
    private static final int PAGE = 1000;

    long lost;
    long doubled;
    long differenceFen;
    final List<String> notes = new ArrayList<>();

    /** @param entries the gateway's, of this province and this run */
    void add(Simulator province, List<GatewayBooks.Entry> entries) {
        Map<String, Booking> booked = bookings(province);
        int months = province.ledger().doubleBookings().size();
        doubled += months;
        if (months > 0) {
            note(province, months + " months booked twice");
        }
        for (GatewayBooks.Entry entry : entries) {
            Booking booking = booked.get(entry.serial());
            if (entry.isConfirmed()) {
                confirmed(province, entry, booking);
            } else if (booking != null && !entry.isOpen()) {
                doubled++;
                differenceFen += booking.amountFen();
                note(province, entry.reference() + " is " + entry.state() + " and booked");
            }
        }
    }

    private void confirmed(
            Simulator province, GatewayBooks.Entry entry, @org.jspecify.annotations.Nullable Booking booking) {
        if (booking == null) {
            lost++;
            differenceFen += entry.amountFen();
            note(province, entry.reference() + " is confirmed and not booked");
        } else if (booking.amountFen() != entry.amountFen()
                || !Objects.equals(booking.receiptNumber(), entry.receipt())) {
            differenceFen += Math.abs(booking.amountFen() - entry.amountFen());
            lost++;
            note(province, entry.reference() + " has another amount or receipt");
        }
    }

    private void note(Simulator province, String what) {
        if (notes.size() < 20) {
            notes.add(province.provinceCode() + ": " + what);
        }
    }

    private static Map<String, Booking> bookings(Simulator province) {
        Map<String, Booking> bySerial = new HashMap<>();
        String after = null;
        List<Booking> page;
        do {
            page = province.ledger().bookings(new BookingFilter(null, null, null, null, after, PAGE));
            page.forEach(booking -> bySerial.put(booking.serial(), booking));
            after = page.isEmpty() ? null : page.get(page.size() - 1).receiptNumber();
        } while (page.size() == PAGE);
        return bySerial;
    }
}
