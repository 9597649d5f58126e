package io.tongban.gateway.contribution.policy;

import io.tongban.province.dated.DataFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All entries, compiled. What a province does not say for itself holds as the country says it. */
public final class PolicyBook {
    static final String NATIONAL = "00";

    private static final RegionTimelines NOTHING = new RegionTimelines(Map.of());

    private final List<PolicyEntry> entries;
    /** By scope, and by key without its region. */
    private final Map<String, Map<RuleKey, RegionTimelines>> timelines = new TreeMap<>();
    /** By scope, and by key without region and variant; in the order of the file. */
    private final Map<String, Map<RuleKey, List<String>>> variants = new HashMap<>();

    /** @throws DataFileException if entries contradict each other, or leave days out */
    PolicyBook(Collection<PolicyEntry> entries) {
        this.entries = List.copyOf(entries);
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
        return new RuleKey(key.rule(), key.insurance(), key.relation(), "", "");
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

    /** The variants of a rule, in the order of the file: the province's own, where it has any, else the country's. */
    public List<String> variants(String province, Rule rule, String insurance, String relation) {
        RuleKey family = new RuleKey(rule, insurance, relation, "", "");
        List<String> own = variants.getOrDefault(province, Map.of()).get(family);
        return own == null ? variants.getOrDefault(NATIONAL, Map.of()).getOrDefault(family, List.of()) : own;
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
                .toList();
    }

    /** Of all that they say: the same for the same entries, in the same order. */
    public static String digest(Collection<PolicyEntry> entries) {
        return PolicyEntry.sha256(entries.stream().map(PolicyEntry::digest).collect(Collectors.joining("\n")));
    }

    /** @throws DataFileException if an entry of the book before is changed here, or gone */
    void requireAllOf(PolicyBook before) {
        Map<String, String> here = new HashMap<>();
        entries.forEach(entry -> here.put(entry.id(), entry.digest()));
        before.entries.forEach(entry -> Released.require(entry.where(), entry.id(), entry.digest(), here));
    }
}
