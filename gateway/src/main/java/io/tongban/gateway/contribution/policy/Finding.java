package io.tongban.gateway.contribution.policy;

import java.util.Optional;

/** The answer to "what holds for this key on that day, as it was known on that other day": one entry, or one reason. */
public sealed interface Finding {
    record Stands(PolicyEntry entry) implements Finding {}

    record Absent(Reason reason) implements Finding {
        static final Absent NO_RULE = new Absent(Reason.NO_RULE);
        static final Absent NOT_KNOWN_THEN = new Absent(Reason.NOT_KNOWN_THEN);
    }

    /** The reason that says more: that a wider place has no rule either tells nothing of a narrower one. */
    static Finding narrower(Finding first, Finding second) {
        return first instanceof Absent absent && absent.reason() == Reason.NO_RULE ? second : first;
    }

    /** Why there is no entry. */
    enum Reason {
        /** Nothing that was known then says anything about it. */
        NO_RULE,
        /** The day lies before the first that anything is known of. */
        BEFORE_RULES,
        /** The rule ended, and nothing came after it. */
        ENDED,
        /** Nothing at all was known yet. */
        NOT_KNOWN_THEN
    }

    default Optional<PolicyEntry> standing() {
        return this instanceof Stands stands ? Optional.of(stands.entry()) : Optional.empty();
    }
}
