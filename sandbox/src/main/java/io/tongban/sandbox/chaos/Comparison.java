package io.tongban.sandbox.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the gateway's entries against a province's bookings, one by one, by serial. */
final class Comparison {
    long lost;
    long doubled;
    long differenceFen;
    final List<String> notes = new ArrayList<>();

    /** @param entries the gateway's, of this province and this run */
    void add(ProvincesBook book, List<GatewayBooks.Entry> entries) {
        String province = book.province();
        doubled += book.doubled();
        if (book.doubled() > 0) {
            note(province, book.doubled() + " months booked twice");
        }
        for (GatewayBooks.Entry entry : entries) {
            ProvincesBook.Line booking = book.bySerial().get(entry.serial());
            if (entry.isConfirmed()) {
                confirmed(province, entry, booking);
            } else if (booking != null && !entry.isOpen()) {
                doubled++;
                differenceFen += booking.amountFen();
                note(province, entry.reference() + " is " + entry.state() + " and booked");
            }
        }
    }

    private void confirmed(String province, GatewayBooks.Entry entry, ProvincesBook.@Nullable Line booking) {
        if (booking == null) {
            lost++;
            differenceFen += entry.amountFen();
            note(province, entry.reference() + " is confirmed and not booked");
        } else if (booking.amountFen() != entry.amountFen() || !Objects.equals(booking.receipt(), entry.receipt())) {
            differenceFen += Math.abs(booking.amountFen() - entry.amountFen());
            lost++;
            note(province, entry.reference() + " has another amount or receipt");
        }
    }

    private void note(String province, String what) {
        if (notes.size() < 20) {
            notes.add(province + ": " + what);
        }
    }
}
