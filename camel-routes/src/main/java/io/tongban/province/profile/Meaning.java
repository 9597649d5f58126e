package io.tongban.province.profile;

import io.tongban.province.RefusalReason;

/** What a return code of the province means, as its profile's map says. */
public sealed interface Meaning {
    /** A final no, for this reason. */
    record Refusal(RefusalReason reason) implements Meaning {}

    enum Plain implements Meaning {
        OK,
        /** Received and in process. */
        PENDING,
        /** The province itself does not know the outcome. */
        UNCERTAIN,
        /** The sign-in is missing or over; nothing was done. */
        SIGN_IN_AGAIN,
        /** Password or key are wrong over there; nothing was done, and only an operator can help. */
        ACCESS_REFUSED,
        /** Too many calls; nothing was done. */
        BUSY,
        /** Outside its hours; nothing was done. */
        CLOSED,
        /** Its clock and ours are too far apart; nothing was done. */
        CLOCK_DIFFERS
    }
}
