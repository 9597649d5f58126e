package io.tongban.gateway.accounting.reconciliation;

/** What is known of a day. */
enum DayState {
    /** Not compared yet, or without an end so far. */
    OPEN,
    /** Both books say the same; signed, and final. */
    AGREED,
    /** The books differ, and people have been asked. */
    DIFFERS
}
