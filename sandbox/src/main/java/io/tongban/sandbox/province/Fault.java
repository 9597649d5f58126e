package io.tongban.sandbox.province;

import java.util.EnumSet;
import java.util.Set;

/**
 * The ways in which a province fails on demand. A fault ordered without naming a transaction strikes those for which
 * {@link #strikes} holds; ordered for one by name, it strikes that one alone.
 */
public enum Fault {
    /** The work is done and the caller is left waiting. */
    NO_REPLY_AFTER_COMMIT(true),
    /** The work is done, and the answer says "system error". */
    ERROR_INSIDE_SUCCESS(true),
    /** The work is done, and the answer says "in process". */
    IN_PROCESS(true),
    CONNECTION_CUT_BEFORE_COMMIT(false),
    CONNECTION_CUT_AFTER_COMMIT(true),
    /**
     * The acknowledgement twice: in {@code tcp} two frames in one packet, in {@code soap} two results in one return, in
     * {@code exchangedb} two rows.
     */
    DUPLICATE_ACKNOWLEDGEMENT(false),
    /** {@code soap}: the result declares GBK inside a UTF-8 envelope. */
    GBK_DECLARED_IN_UTF8(false),
    /** {@code soap}, {@code rest}: the sign-in is dropped, and the call is answered "sign in again". */
    SIGN_IN_EXPIRED(false),
    /** {@code tcp}: one frame in ten packets. */
    TEN_PACKETS(false),
    /** {@code tcp}, {@code file}: the message field ends within a character. */
    HALF_CHARACTER(false),
    /** {@code tcp}: one zero byte after the frame. */
    TRAILING_NUL(false),
    /** {@code rest}: the province's clock jumps ten minutes ahead, or back again, and the call no longer fits it. */
    CLOCK_SKEW(false),
    /** {@code rest}: nothing is done, and the answer is HTTP 429 with {@code Retry-After}. */
    TOO_MANY_REQUESTS(false),
    /** {@code rest}: the answer is signed with the province's next key. */
    NEW_KEY(false),
    /** {@code queue}: the reply waits, three seconds at most, until another has overtaken it. */
    OUT_OF_ORDER(false),
    /** {@code queue}: the reply comes {@link Faults#late()} later. */
    LATE_REPLY(true),
    /** {@code queue}: before the reply come a text that is no XML and a message of bytes. */
    POISON_MESSAGE(false),
    /** {@code exchangedb}: the row stays "taken" and is kept locked, as long as a silence lasts. */
    ROW_LOCKED(false),
    /** {@code exchangedb}: a second row of the same request, which is answered a moment after the first. */
    DUPLICATE_ROW(false),
    /** {@code exchangedb}: the row is flagged as done before code and reply stand in it. */
    FLAG_BEFORE_DATA(false),
    /** {@code file}: the mark of a reply is there before the reply. */
    OK_BEFORE_DATA(false),
    /** {@code file}: the first half of a reply, and the whole later. */
    PARTIAL_REPLY(false),
    /** {@code file}: the same reply is written again. */
    REPLY_TWICE(false),
    /** {@code file}: the total of a reply is not that of its rows, and right later. */
    WRONG_TOTAL(false),
    /** {@code file}: the last line of a reply has no end. */
    NO_LAST_NEWLINE(false),
    /** {@code file}: a message with the delimiter in it, and without later. */
    DELIMITER_IN_MESSAGE(false),
    /** {@code file}: only the first half of a file is taken. */
    HALF_A_BATCH(false),
    /** A reply for a serial that was never sent. */
    UNKNOWN_SERIAL(false),
    /** The work is done and said to be done, and later taken back; in {@code queue} {@link Faults#late()} later. */
    REVERSED_LATER(true),
    /** The first booking of a day is missing in its totals and items. */
    DAY_ROW_MISSING(false),
    /** A day's totals and items have a booking that nobody sent. */
    DAY_ROW_EXTRA(false),
    /** The last booking of a day is one fen more in its totals and items. */
    DAY_AMOUNT_DIFFERS(false),
    /** In a day's items the first booking stands under a serial that nobody sent; the totals are right. */
    DAY_SERIAL_DIFFERS(false),
    /** A day's totals or items are those of the day, and said to be of the day before. */
    DAY_OF_ANOTHER(false),
    /** A day's items are more than its totals say. */
    DAY_ITEMS_TOO_MANY(false);

    private static final Set<Fault> OF_DAYS = EnumSet.of(
            DAY_ROW_MISSING, DAY_ROW_EXTRA, DAY_AMOUNT_DIFFERS, DAY_SERIAL_DIFFERS, DAY_OF_ANOTHER, DAY_ITEMS_TOO_MANY);

    private final boolean effectsOnly;

    Fault(boolean effectsOnly) {
        this.effectsOnly = effectsOnly;
    }

    /** What every system of a province does now and then, and these besides. */
    public static Set<Fault> ofAllDialectsAnd(Fault... others) {
        Set<Fault> faults = EnumSet.of(
                NO_REPLY_AFTER_COMMIT,
                ERROR_INSIDE_SUCCESS,
                IN_PROCESS,
                CONNECTION_CUT_BEFORE_COMMIT,
                CONNECTION_CUT_AFTER_COMMIT);
        faults.addAll(Set.of(others));
        return faults;
    }

    /** Whether it strikes a transaction when none was named; a sign-in is struck only by name. */
    public boolean strikes(Transaction transaction) {
        if (OF_DAYS.contains(this)) {
            return transaction == Transaction.DAY_TOTALS || transaction == Transaction.DAY_ITEMS;
        }
        return effectsOnly ? transaction.hasEffect() : transaction != Transaction.SIGN_IN;
    }
}
