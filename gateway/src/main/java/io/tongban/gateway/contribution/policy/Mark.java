package io.tongban.gateway.contribution.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** How far a value may be trusted, from the best to the weakest. */
public enum Mark {
    /** A source of the authority was read. */
    OFFICIAL,
    /** Another's table was read. */
    THIRD_PARTY,
    /** Common knowledge of the field. */
    ASSUMED;

    /** The weakest of all that is behind something; assumed where nothing is. */
    public static Mark weakest(Collection<PolicyEntry> behind) {
        return behind.stream()
                .map(PolicyEntry::mark)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(ASSUMED);
    }
}
