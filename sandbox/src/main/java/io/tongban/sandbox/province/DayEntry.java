package io.tongban.sandbox.province;

/**
 * A line of a day's book.
 *
 * @param command {@code withhold} if it was booked on that day, {@code reverse} if it was taken back on it
 * @param serial the caller's
 * @param kind AAE140 code, three digits
 */
public record DayEntry(String command, String serial, String kind, long fen) {}
