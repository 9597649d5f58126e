package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.Finding;
import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.PolicyEntry;
import io.tongban.gateway.contribution.policy.Rule;
import io.tongban.gateway.contribution.policy.RuleKey;
import io.tongban.gateway.contribution.policy.RuleValue;
import io.tongban.gateway.contribution.policy.Stated;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies at one place as known on one day, and which of them were used. */
final class Rules {
    private final PolicyBook book;
    private final String division;
    private final LocalDate knownAt;
    private final Map<String, PolicyEntry> used = new HashMap<>();

    Rules(PolicyBook book, String division, LocalDate knownAt) {
        this.book = book;
        this.division = division;
        this.knownAt = knownAt;
    }

    Finding find(Rule rule, String insurance, String relation, String variant, LocalDate day) {
        Finding found = book.find(division, new RuleKey(rule, insurance, relation, "", variant), day, knownAt);
        if (found instanceof Finding.Stands stands) {
            used.put(stands.entry().id(), stands.entry());
        }
        return found;
    }

    /** Empty for all that is not a value of this form. */
    <T extends RuleValue> Optional<Cited<T>> value(
            Class<T> form, Rule rule, String insurance, String relation, String variant, LocalDate day) {
        return find(rule, insurance, relation, variant, day) instanceof Finding.Stands stands
                        && stands.entry().stated() instanceof Stated.Value value
                        && form.isInstance(value.value())
                ? Optional.of(new Cited<>(form.cast(value.value()), stands.entry()))
                : Optional.empty();
    }

    /** Those that can be had on the day. */
    List<String> variants(Rule rule, String insurance, String relation, LocalDate day) {
        return book.variants(division, new RuleKey(rule, insurance, relation, "", ""), day, knownAt);
    }

    /** Where there are none, why. */
    Finding whyNone(Rule rule, String insurance, String relation, LocalDate day) {
        return book.whyNone(division, new RuleKey(rule, insurance, relation, "", ""), day, knownAt);
    }

    /** By id. */
    List<PolicyEntry> used() {
        return used.values().stream()
                .sorted(Comparator.comparing(PolicyEntry::id))
                .toList();
    }
}
