package io.tongban.sandbox.province;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a province does with one order, by its serial, and with no other; as the partner who sent it has asked. */
public enum Scenario {
    /** The work is done, and its first answer is lost. */
    LOST_REPLY(1),
    /** The province says that it does not know the person, and stays with that. */
    REFUSED_PERSON_UNKNOWN(1),
    /** The work is done, and the province says "in process" of it for a day. */
    IN_PROCESS_ONE_DAY(1),
    /** The work is done and said to be done, and later taken back. */
    REVERSED_LATER(1),
    /** The province hangs up on the first two calls, and nothing is done. */
    PROVINCE_CLOSED(2);

    private final int times;

    Scenario(int times) {
        this.times = times;
    }

    int times() {
        return times;
    }

    /** As the gateway names it: {@code lost-reply}. */
    static Optional<Scenario> named(String word) {
        return Arrays.stream(values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }
}
