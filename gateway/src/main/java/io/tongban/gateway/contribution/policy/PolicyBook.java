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

    private final List<PolicyEntry> entries;
    private final Map<String, Map<RuleKey, Timeline>> timelines = new TreeMap<>();
    private final Map<String, Map<RuleKey, Set<String>>> variants = new HashMap<>();

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
            variants.computeIfAbsent(entry.scope(), scope -> new HashMap<>())
                    .computeIfAbsent(family(entry.key()), key -> new LinkedHashSet<>())
                    .add(entry.key().variant());
        }
        keyed.forEach((scope, keys) -> {
            Map<RuleKey, Timeline> compiled = new HashMap<>();
            keys.forEach((key, several) -> compiled.put(key, new Timeline(several)));
            timelines.put(scope, compiled);
        });
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
        Finding narrowest = new Finding.Absent(Finding.Reason.NO_RULE);
        Map<RuleKey, Timeline> province = timelines.getOrDefault(division.substring(0, 2), Map.of());
        for (int digits = division.length(); digits >= 2; digits -= 2) {
            RuleKey there = key.in(digits == 2 ? "" : division.substring(0, digits));
            Finding found = find(province, there, asOf, knownAt);
            if (found instanceof Finding.Stands) {
                return found;
            }
            narrowest = narrower(narrowest, found);
        }
        Finding national = find(timelines.getOrDefault(NATIONAL, Map.of()), key.in(""), asOf, knownAt);
        return national instanceof Finding.Stands ? national : narrower(narrowest, national);
    }

    private static Finding find(Map<RuleKey, Timeline> there, RuleKey key, LocalDate asOf, LocalDate knownAt) {
        Timeline timeline = there.get(key);
        return timeline == null ? new Finding.Absent(Finding.Reason.NO_RULE) : timeline.find(asOf, knownAt);
    }

    private static Finding narrower(Finding first, Finding second) {
        return first instanceof Finding.Absent absent && absent.reason() == Finding.Reason.NO_RULE ? second : first;
    }

    /** The variants of a rule, in the order of the file: the province's own, where it has any, else the country's. */
    public List<String> variants(String province, Rule rule, String insurance, String relation) {
        RuleKey family = new RuleKey(rule, insurance, relation, "", "");
        Set<String> own = variants.getOrDefault(province, Map.of()).get(family);
        return List.copyOf(
                own == null ? variants.getOrDefault(NATIONAL, Map.of()).getOrDefault(family, Set.of()) : own);
    }

    /** What holds in a province on a day, as known on another: its own entries and the country's, by file. */
    public List<PolicyEntry> inForce(String province, LocalDate asOf, LocalDate knownAt) {
        return entries.stream()
                .filter(entry -> entry.scope().equals(province) || entry.scope().equals(NATIONAL))
                .filter(entry -> find(timelines.getOrDefault(entry.scope(), Map.of()), entry.key(), asOf, knownAt)
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
