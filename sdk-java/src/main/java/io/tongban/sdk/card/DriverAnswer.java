package io.tongban.sdk.card;

import io.tongban.api.internal.Given;

/**
 * What a function of a driver gave. Silent in {@link #toString()}: it may hold all that is on a card.
 *
 * @param code 0 if it did what it should
 * @param out its {@code pOutInfo}, decoded (drivers write GBK or GB 18030); of a failure, words about it
 */
public record DriverAnswer(int code, String out) {
    public DriverAnswer {
        out = Given.value(out, "out");
    }

    @Override
    public String toString() {
        return "DriverAnswer[" + code + "]";
    }
}
