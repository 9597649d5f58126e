package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.PolicyEntry;
import java.util.List;

/** The base of one insurance in one month, with all entries that it comes from. */
record Base(long fen, List<PolicyEntry> behind) {
    Base {
        behind = List.copyOf(behind);
    }
}
