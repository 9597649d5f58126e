package io.tongban.gateway.contribution.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policies of this module, for tests of those who compute with them. */
public final class ShippedPolicies {
    private static final PolicyBook BOOK = PolicyFiles.book(Optional.empty());

    private ShippedPolicies() {}

    public static PolicyBook book() {
        return BOOK;
    }

    /** The same, and one file more. */
    public static PolicyBook with(String text) {
        Map<String, String> files = new TreeMap<>(PolicyFiles.all(Optional.empty()));
        files.put("99-more.yaml", text);
        return PolicyFiles.compiled(files);
    }

    /** A book of these entries alone. */
    public static PolicyBook of(List<PolicyEntry> entries) {
        return new PolicyBook(entries);
    }

    /** The same entry, as if it began so many days later. */
    public static PolicyEntry shifted(PolicyEntry entry, int days) {
        return changed(entry, entry.stated(), days);
    }

    /** The same entry, as if its value were not published yet. */
    public static PolicyEntry announced(PolicyEntry entry) {
        return changed(entry, new Stated.Announced(), 0);
    }

    private static PolicyEntry changed(PolicyEntry entry, Stated stated, int days) {
        return new PolicyEntry(
                        entry.where(),
                        entry.id(),
                        entry.scope(),
                        entry.key(),
                        stated,
                        entry.validFrom().plusDays(days),
                        entry.validTo(),
                        entry.knownFrom(),
                        entry.reviewBy(),
                        entry.mark(),
                        entry.source(),
                        "")
                .sealed();
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
        BOOK.provinces().forEach(province -> {
            entries.add(later(day, province, Rule.BASE_GRADE, "AAE140:110", "FLEXIBLE", "70", percent()));
            entries.add(later(day, province, Rule.GRADE, "AAE140:170", "RESIDENT", "9000", yearly()));
        });
        String country = PolicyBook.NATIONAL;
        entries.add(later(day, country, Rule.BASE_GRADE, "AAE140:110", "FLEXIBLE", "150", percent()));
        entries.add(later(day, country, Rule.GRADE, "AAE140:170", "RESIDENT", "100", yearly()));
        entries.add(later(day, country, Rule.ANNUAL_CONTRIBUTION, "AAE140:310", "FLEXIBLE", "", yearly()));
        entries.add(later(day, country, Rule.ANNUAL_CONTRIBUTION, "AAE140:340", "RESIDENT", "", yearly()));
        return new PolicyBook(entries);
    }

    private static RuleValue percent() {
        return new RuleValue.Percent(700_000);
    }

    private static RuleValue yearly() {
        return new RuleValue.Grade(900_000, 0);
    }

    /** Of something that nobody had written of before. */
    private static PolicyEntry later(
            LocalDate day,
            String scope,
            Rule rule,
            String insurance,
            String relation,
            String variant,
            RuleValue value) {
        return new PolicyEntry(
                        "later.yaml",
                        scope + "-later-" + rule + insurance + variant,
                        scope,
                        new RuleKey(rule, insurance, relation, "", variant),
                        new Stated.Value(value),
                        LocalDate.of(2019, 5, 1),
                        null,
                        day,
                        day,
                        Mark.OFFICIAL,
                        "made up for a test",
                        "")
                .sealed();
    }

    private static Stated other(Stated stated) {
        return stated instanceof Stated.Value value && value.value() instanceof RuleValue.Amount amount
                ? new Stated.Value(new RuleValue.Amount(amount.fen() + 100))
                : new Stated.Announced();
    }
}
