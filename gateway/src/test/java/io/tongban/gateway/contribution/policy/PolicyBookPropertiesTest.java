package io.tongban.gateway.contribution.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** For every pair of dates there is exactly one entry, or one reason why there is none. */
class PolicyBookPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2028, 2, 20);
    private static final RuleKey KEY = new RuleKey(Rule.BASE_FLOOR, "AAE140:110", "", "", "");

    @Property(tries = 10_000)
    void isWhatWasLastKnownOfTheDay(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 400) Integer> seeds,
            @ForAll @IntRange(max = 21) int asOf,
            @ForAll @IntRange(max = 21) int knownAt) {
        List<PolicyEntry> entries = entries(seeds);
        LocalDate day = DAY.plusDays(asOf);
        LocalDate known = DAY.plusDays(knownAt);

        Finding found = new PolicyBook(entries).find("440103", KEY, day, known);

        assertThat(found.standing()).isEqualTo(expected(entries, day, known));
        if (found instanceof Finding.Absent absent) {
            assertThat(absent.reason()).isIn(Finding.Reason.BEFORE_RULES, Finding.Reason.NOT_KNOWN_THEN);
        }
    }

    @Property(tries = 10_000)
    void saysNothingElseOfAPastBeliefWhateverIsLearnedLater(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 400) Integer> seeds,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 400) Integer> later,
            @ForAll @IntRange(max = 21) int asOf,
            @ForAll @IntRange(max = 21) int knownAt) {
        List<PolicyEntry> before = entries(seeds);
        List<PolicyEntry> after = new ArrayList<>(before);
        for (PolicyEntry entry : entries(later)) {
            after.add(entry(after.size(), entry.validFrom(), DAY.plusDays(30 + after.size())));
        }
        LocalDate day = DAY.plusDays(asOf);
        LocalDate known = DAY.plusDays(knownAt);

        assertThat(new PolicyBook(after).find("440103", KEY, day, known))
                .isEqualTo(new PolicyBook(before).find("440103", KEY, day, known));
    }

    /** By the rule as it is written down, and not as it is compiled. */
    private static Optional<PolicyEntry> expected(List<PolicyEntry> entries, LocalDate day, LocalDate known) {
        return entries.stream()
                .filter(entry -> !entry.knownFrom().isAfter(known))
                .filter(entry -> !entry.validFrom().isAfter(day))
                .max(Comparator.comparing(PolicyEntry::validFrom).thenComparing(PolicyEntry::knownFrom));
    }

    /** Each seed is a day to begin on and one to be known from; what would be there twice is left out. */
    private static List<PolicyEntry> entries(List<Integer> seeds) {
        List<PolicyEntry> entries = new ArrayList<>();
        for (int seed : seeds.stream().distinct().toList()) {
            entries.add(entry(entries.size(), DAY.plusDays(seed % 20), DAY.plusDays(seed / 20)));
        }
        return entries;
    }

    private static PolicyEntry entry(int n, LocalDate from, LocalDate known) {
        return new PolicyEntry(
                        "x.yaml:" + n,
                        "44-floor-" + n,
                        "44",
                        KEY,
                        new Stated.Value(new RuleValue.Amount(n)),
                        from,
                        null,
                        known,
                        from,
                        Mark.ASSUMED,
                        "made up for a property",
                        "")
                .sealed();
    }
}
