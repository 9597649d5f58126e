package io.tongban.gateway.counter.point;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A branch, one of its counters, or a terminal.
 *
 * @param owner client id of the bank or agency
 * @param reference the owner's own name for it
 * @param parent reference of the branch that it belongs to
 * @param division six digits of GB/T 2260
 * @param languages BCP 47
 */
public record Point(
        String id,
        String owner,
        String reference,
        @Nullable String parent,
        Kind kind,
        Level level,
        String name,
        String address,
        String division,
        Position position,
        OpeningHours hours,
        Set<Service> services,
        List<String> languages,
        State state) {
    public Point {
        services = Set.copyOf(services);
        languages = List.copyOf(languages);
    }

    public enum Kind {
        BRANCH,
        COUNTER,
        TERMINAL
    }

    /** Of administration, which is managed on three of them and served on five, or managed on two and served on four. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    public enum Service {
        REGISTER,
        ENROL,
        MANDATE,
        PAY,
        STATUS,
        REVIEW
    }

    public enum State {
        ACTIVE,
        CLOSED
    }

    Point withId(String known) {
        return new Point(
                known, owner, reference, parent, kind, level, name, address, division, position, hours, services,
                languages, state);
    }

    /** Whether somebody who looks for a place finds it: a counter is found by its branch. */
    boolean isFound() {
        return state == State.ACTIVE && kind != Kind.COUNTER;
    }
}
