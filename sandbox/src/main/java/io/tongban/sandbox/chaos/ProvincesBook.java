package io.tongban.sandbox.chaos;

import io.tongban.sandbox.farside.OtherMake;
import io.tongban.sandbox.province.Booking;
import io.tongban.sandbox.province.BookingFilter;
import io.tongban.sandbox.province.Simulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a province has booked at the end of a run, whoever made its system.
 *
 * @param bySerial by our serial
 * @param doubled months of a person that are in it twice
 */
record ProvincesBook(String province, Map<String, Line> bySerial, long doubled) {
    private static final int PAGE = 1000;

    /** @param amountFen whole fen */
    record Line(long amountFen, String receipt) {}

    static ProvincesBook of(Simulator province) {
        Map<String, Line> bySerial = new HashMap<>();
        String after = null;
        List<Booking> page;
        do {
            page = province.ledger().bookings(new BookingFilter(null, null, null, null, after, PAGE));
            page.forEach(
                    booking -> bySerial.put(booking.serial(), new Line(booking.amountFen(), booking.receiptNumber())));
            after = page.isEmpty() ? null : page.get(page.size() - 1).receiptNumber();
        } while (page.size() == PAGE);
        return new ProvincesBook(
                province.provinceCode(),
                bySerial,
                province.ledger().doubleBookings().size());
    }

    static ProvincesBook of(OtherMake province) throws Exception {
        Map<String, Line> bySerial = new HashMap<>();
        province.booked().forEach((serial, booked) -> bySerial.put(serial, new Line(booked.fen(), booked.receipt())));
        return new ProvincesBook(province.code(), bySerial, province.doubled());
    }
}
