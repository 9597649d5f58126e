package io.tongban.sandbox.province;

/** What the processor hands a dialect to do about a call. */
public sealed interface Delivery {
    /** Put it into bytes and send it. */
    record Say(Answer answer) implements Delivery {}

    /** Hang up without a word. */
    record Cut() implements Delivery {}

    /** Stay silent until the caller gives up, at most as long as {@link Faults#silence()}. */
    record Silence() implements Delivery {}
}
