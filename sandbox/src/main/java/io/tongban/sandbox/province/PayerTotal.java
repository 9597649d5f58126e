package io.tongban.sandbox.province;

/**
 * @param bookings how many
 * @param totalFen their sum, whole fen
 */
public record PayerTotal(long bookings, long totalFen) {}
