package io.tongban.province;

import java.time.Instant;

/**
 * The way in: what a province says without being asked in the same breath, such as a line of tomorrow's reply file or a
 * message on the reply queue. Whoever implements it stores what it is told before it returns. An exception means "tell
 * me again": the dialect keeps the message and delivers it later.
 *
 * <p>A far side says things twice, late, and of serials that nobody sent. All of that ends here and none of it may
 * throw: only a store that cannot be reached does.
 */
public interface ProvinceInbox {
    /**
     * An outcome arrived.
     *
     * @param reply Accepted, Refused or Pending, by the serial of the command it is about; its amount is as the
     *     province wrote it, so compare it with what was sent
     */
    void arrived(ProvinceCode province, ProvinceReply reply);

    /**
     * The province took back what it had booked.
     *
     * @param serial of the command that had booked it
     * @param at when, by the province's clock
     */
    void reversed(ProvinceCode province, String serial, Instant at);

    /**
     * A message on a queue, or a line of a file, that cannot be read: it stays where it is or is put aside, and is told
     * again at each look. As with {@link CallLog#unreadable} for a test system's engineer, masked, and for no history. Must not throw.
     *
     * @param why in words, such as {@code unreadable at booked-at}
     * @param octets as they came, without packing and encryption as far as that could be undone; may be none
     */
    default void unreadable(ProvinceCode province, String why, byte[] octets) {}
}
