package io.tongban.sandbox.province;

import java.time.Instant;
import java.time.YearMonth;

/**
 * One month of one insurance, paid. Names the person by the province's number only.
 *
 * @param serial the caller's
 * @param kind AAE140 code, three digits
 * @param payer unified social credit code, GB 32100
 */
public record Booking(
        String receiptNumber,
        String serial,
        String personNumber,
        String kind,
        YearMonth period,
        long baseFen,
        long amountFen,
        String payer,
        Instant bookedAt) {}
