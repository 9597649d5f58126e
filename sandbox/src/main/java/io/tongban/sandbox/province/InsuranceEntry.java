package io.tongban.sandbox.province;

/**
 * One change in the books.
 *
 * @param serial the caller's
 * @param kind AAE140 code, three digits; empty of a correction
 * @param from first month of which it holds, {@code yyyy-MM}; empty of a correction
 * @param baseFen whole fen; 0 where none was said
 */
public record InsuranceEntry(String serial, String kind, Transaction change, String from, long baseFen) {}
