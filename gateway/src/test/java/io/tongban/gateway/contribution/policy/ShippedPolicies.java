package io.tongban.gateway.contribution.policy;

import java.util.Optional;

/** The policies of this module, for tests of those who compute with them. */
public final class ShippedPolicies {
    private static final PolicyBook BOOK = PolicyFiles.book(Optional.empty());

    private ShippedPolicies() {}

    public static PolicyBook book() {
        return BOOK;
    }
}
