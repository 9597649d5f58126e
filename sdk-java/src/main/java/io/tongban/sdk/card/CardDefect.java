package io.tongban.sdk.card;

/** Why a card may not be used. */
public enum CardDefect {
    /** Its last valid day is over, by the calendar of Asia/Shanghai. */
    EXPIRED,
    /** Who keeps the list of lost cards has it there. */
    REPORTED_LOST,
    /** The card or its social security application is blocked. */
    BLOCKED,
    /** It did not prove to the reader that an issuer made it. */
    NOT_GENUINE
}
