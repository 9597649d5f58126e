package io.tongban.sandbox.farside;

/**
 * A line of a far side's own book.
 *
 * @param serial as the far side was told it, with what its profile puts around ours
 * @param month in the far side's own writing
 * @param fen whole fen
 */
public record Booked(String serial, String person, String month, long fen, String receipt) {}
