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
    /** The acknowledgement twice: in {@code tcp} two frames in one packet, in {@code soap} two results in one return. */
    DUPLICATE_ACKNOWLEDGEMENT(false),
    /** {@code soap}: the result declares GBK inside a UTF-8 envelope. */
    GBK_DECLARED_IN_UTF8(false),
    /** {@code soap}, {@code rest}: the sign-in is dropped, and the call is answered "sign in again". */
    SIGN_IN_EXPIRED(false),
    /** {@code tcp}: one frame in ten packets. */
    TEN_PACKETS(false),
    /** {@code tcp}: the message field ends within a character. */
    HALF_CHARACTER(false),
    /** {@code tcp}: one zero byte after the frame. */
    TRAILING_NUL(false),
    /** {@code rest}: the province's clock jumps ten minutes ahead, or back again, and the call no longer fits it. */
    CLOCK_SKEW(false),
    /** {@code rest}: nothing is done, and the answer is HTTP 429 with {@code Retry-After}. */
    TOO_MANY_REQUESTS(false),
    /** {@code rest}: the answer is signed with the province's next key. */
    NEW_KEY(false);

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
        return effectsOnly ? transaction.hasEffect() : transaction != Transaction.SIGN_IN;
    }
}
