package io.tongban.gateway.contribution.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policies of this module, for tests of those who compute with them. */
public final class ShippedPolicies {
    private static final PolicyBook BOOK = PolicyFiles.book(Optional.empty());

    private ShippedPolicies() {}

    public static PolicyBook book() {
        return BOOK;
    }

    /** The same, and of each entry it was found out later that it says something else. */
    public static PolicyBook correctedFrom(LocalDate day) {
        List<PolicyEntry> entries = new ArrayList<>(BOOK.entries());
        for (PolicyEntry entry : BOOK.entries()) {
            entries.add(new PolicyEntry(
                            entry.where(),
                            entry.id() + "-corrected",
                            entry.scope(),
                            entry.key(),
                            other(entry.stated()),
                            entry.validFrom(),
                            null,
                            day,
                            entry.reviewBy(),
                            Mark.OFFICIAL,
                            "made up for a test",
                            "")
                    .sealed());
        }
        return new PolicyBook(entries);
    }

    private static Stated other(Stated stated) {
        return stated instanceof Stated.Value value && value.value() instanceof RuleValue.Amount amount
                ? new Stated.Value(new RuleValue.Amount(amount.fen() + 100))
                : new Stated.Announced();
    }
}
