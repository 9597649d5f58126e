package io.tongban.gateway.contribution.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tongban.province.dated.DataFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All entries, compiled. What a province does not say for itself holds as the country says it. */
public final class PolicyBook {
    static final String NATIONAL = "00";

    /** A table of options takes some ten kilobytes. */
    private static final int MOST_DERIVED = 1_000;

    private static final RegionTimelines NOTHING = new RegionTimelines(Map.of());

    private final List<PolicyEntry> entries;
    /** Nothing at all was known before it. No entry that comes later is known from before it, so it never changes. */
    private final LocalDate firstKnown;
    /** By scope, and by key without its region. */
    private final Map<String, Map<RuleKey, RegionTimelines>> timelines = new TreeMap<>();
    /** By scope, and by key without region and variant; in the order of the file. */
    private final Map<String, Map<RuleKey, List<String>>> variants = new HashMap<>();

    private final Cache<Object, Object> derived =
            Caffeine.newBuilder().maximumSize(MOST_DERIVED).build();

    /** @throws DataFileException if entries contradict each other, or leave days out */
    PolicyBook(Collection<PolicyEntry> entries) {
        this.entries = List.copyOf(entries);
        this.firstKnown = entries.stream()
                .map(PolicyEntry::knownFrom)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        Map<String, PolicyEntry> byId = new HashMap<>();
        Map<String, Map<RuleKey, List<PolicyEntry>>> keyed = new TreeMap<>();
        for (PolicyEntry entry : entries) {
            PolicyEntry other = byId.put(entry.id(), entry);
            if (other != null) {
                throw new DataFileException(
                        entry.where(), "\"" + entry.id() + "\" is at " + other.where() + ", too; choose another id");
            }
            keyed.computeIfAbsent(entry.scope(), scope -> new LinkedHashMap<>())
                    .computeIfAbsent(entry.key(), key -> new ArrayList<>())
                    .add(entry);
        }
        keyed.forEach((scope, keys) -> {
            timelines.put(scope, compiled(keys));
            variants.put(scope, variants(keys.keySet()));
        });
    }

    private static Map<RuleKey, RegionTimelines> compiled(Map<RuleKey, List<PolicyEntry>> keys) {
        Map<RuleKey, Map<String, Timeline>> byRegion = new HashMap<>();
        keys.forEach((key, several) -> byRegion.computeIfAbsent(key.in(""), whole -> new HashMap<>())
                .put(key.region(), new Timeline(several)));
        Map<RuleKey, RegionTimelines> compiled = new HashMap<>();
        byRegion.forEach((key, regions) -> compiled.put(key, new RegionTimelines(regions)));
        return compiled;
    }

    private static Map<RuleKey, List<String>> variants(Set<RuleKey> keys) {
        Map<RuleKey, Set<String>> found = new HashMap<>();
        keys.forEach(key -> found.computeIfAbsent(family(key), family -> new LinkedHashSet<>())
                .add(key.variant()));
        Map<RuleKey, List<String>> fixed = new HashMap<>();
        found.forEach((family, names) -> fixed.put(family, List.copyOf(names)));
        return fixed;
    }

    private static RuleKey family(RuleKey key) {
        return key.in("").as("");
    }

    /**
     * What follows from this book and a key alone, computed once and kept as long as the book, or until others are asked
     * for more often; a new book begins anew.
     *
     * @param key of a class of its own for each kind of value
     * @param computed must not be changed afterwards; what it throws is not kept
     */
    public <K, V> V derived(K key, Class<V> kind, Function<K, V> computed) {
        Object known = derived.getIfPresent(key);
        if (known == null) {
            // Two may compute the same; neither waits for the other.
            known = computed.apply(key);
            derived.put(key, known);
        }
        return kind.cast(known);
    }

    /** Every entry that there ever was, in the order of the files. */
    public List<PolicyEntry> entries() {
        return entries;
    }

    public Set<String> provinces() {
        Set<String> provinces = new TreeSet<>(timelines.keySet());
        provinces.remove(NATIONAL);
        return provinces;
    }

    /**
     * What holds at a place, the narrowest first: division, prefecture, province, country.
     *
     * @param division six digits, or the two of a province
     */
    public Finding find(String division, RuleKey key, LocalDate asOf, LocalDate knownAt) {
        if (knownAt.isBefore(firstKnown)) {
            return Finding.Absent.NOT_KNOWN_THEN;
        }
        RuleKey whole = key.in("");
        Finding own = at(division.substring(0, 2), whole).find(division, asOf, knownAt);
        if (own instanceof Finding.Stands) {
            return own;
        }
        Finding national = at(NATIONAL, whole).find("", asOf, knownAt);
        return national instanceof Finding.Stands ? national : Finding.narrower(own, national);
    }

    private RegionTimelines at(String scope, RuleKey whole) {
        return timelines.getOrDefault(scope, Map.of()).getOrDefault(whole, NOTHING);
    }

    /**
     * The variants of a rule that can be had at a place on a day, in the order of the file: the province's own, where
     * one of them is in force, else the country's.
     *
     * @param family a key without region and variant
     */
    public List<String> variants(String division, RuleKey family, LocalDate asOf, LocalDate knownAt) {
        String province = division.substring(0, 2);
        List<PolicyEntry> own = variants(province, division, family, asOf, knownAt);
        return (own.isEmpty() ? variants(NATIONAL, "", family, asOf, knownAt) : own)
                .stream()
                        .filter(entry -> !(entry.stated() instanceof Stated.NotApplicable))
                        .map(entry -> entry.key().variant())
                        .toList();
    }

    private List<PolicyEntry> variants(
            String scope, String division, RuleKey family, LocalDate asOf, LocalDate knownAt) {
        return names(scope, family).stream()
                .flatMap(name -> at(scope, family.as(name)).find(division, asOf, knownAt).standing().stream())
                .toList();
    }

    private List<String> names(String scope, RuleKey family) {
        return variants.getOrDefault(scope, Map.of()).getOrDefault(family, List.of());
    }

    /** Where there are no variants to be had, what says so: an entry, or the reason that says most. */
    public Finding whyNone(String division, RuleKey family, LocalDate asOf, LocalDate knownAt) {
        if (knownAt.isBefore(firstKnown)) {
            return Finding.Absent.NOT_KNOWN_THEN;
        }
        Finding why = Finding.Absent.NO_RULE;
        for (String scope : List.of(division.substring(0, 2), NATIONAL)) {
            for (String name : names(scope, family)) {
                Finding found = at(scope, family.as(name)).find(division, asOf, knownAt);
                if (found instanceof Finding.Stands) {
                    return found;
                }
                why = Finding.narrower(why, found);
            }
        }
        return why;
    }

    /** What holds in a province on a day, as known on another: its own entries and the country's, by file. */
    public List<PolicyEntry> inForce(String province, LocalDate asOf, LocalDate knownAt) {
        return entries.stream()
                .filter(entry -> entry.scope().equals(province) || entry.scope().equals(NATIONAL))
                .filter(entry -> at(entry.scope(), entry.key().in(""))
                        .exactly(entry.key().region(), asOf, knownAt)
                        .standing()
                        .filter(entry::equals)
                        .isPresent())
                .filter(entry -> entry.scope().equals(province) || counts(entry.key(), province, asOf, knownAt))
                .toList();
    }

    /** Whether a key of the country's counts in a province: unless its own takes its place, or it has not begun there. */
    private boolean counts(RuleKey key, String province, LocalDate asOf, LocalDate knownAt) {
        if (at(province, key.in("")).exactly("", asOf, knownAt) instanceof Finding.Stands) {
            return false;
        }
        if (key.rule().isChosen()
                && names(province, family(key)).stream()
                        .anyMatch(name -> at(province, family(key).as(name)).exactly("", asOf, knownAt)
                                instanceof Finding.Stands)) {
            return false;
        }
        return !key.relation().equals(Relation.PLATFORM_PAID.name())
                || find(province, key.basis(), asOf, knownAt)
                        .standing()
                        .filter(basis -> basis.stated() instanceof Stated.Value)
                        .isPresent();
    }

    /** Of all that they say: the same for the same entries, in whichever order. */
    public static String digest(Collection<PolicyEntry> entries) {
        return PolicyEntry.sha256(entries.stream()
                .sorted(Comparator.comparing(PolicyEntry::id))
                .map(PolicyEntry::digest)
                .collect(Collectors.joining("\n")));
    }

    /** @throws DataFileException if an entry of the book before is changed here, or gone */
    void requireAllOf(PolicyBook before) {
        Map<String, String> here = new HashMap<>();
        entries.forEach(entry -> here.put(entry.id(), entry.digest()));
        before.entries.forEach(entry -> Released.require(entry.where(), entry.id(), entry.digest(), here));
    }

    /**
     * What was known until today stays as it was answered.
     *
     * @throws DataFileException if an entry that the book before lacks is said to be known already
     */
    void requireNewsAfter(LocalDate today, PolicyBook before) {
        Set<String> old = before.entries.stream().map(PolicyEntry::id).collect(Collectors.toSet());
        for (PolicyEntry entry : entries) {
            if (!old.contains(entry.id()) && !entry.knownFrom().isAfter(today)) {
                throw new DataFileException(
                        entry.where(),
                        "\"" + entry.id() + "\" is new, but known from " + entry.knownFrom()
                                + ", for which answers were given already; write known-from: " + today.plusDays(1)
                                + " or later");
            }
        }
    }
}
