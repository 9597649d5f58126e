package io.tongban.gateway.contribution.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All that one province, or the country, says of one thing: for itself as a whole, and for parts of it. */
final class RegionTimelines {
    private final List<Regional> narrowestFirst;

    private record Regional(String region, Timeline timeline) {}

    /** @param byRegion by the beginning of the division codes that it holds for; empty for the whole */
    RegionTimelines(Map<String, Timeline> byRegion) {
        this.narrowestFirst = byRegion.entrySet().stream()
                .map(each -> new Regional(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing((Regional each) -> each.region.length())
                        .reversed())
                .toList();
    }

    /** What holds at a place, the narrowest first; if nothing does, why the narrowest does not. */
    Finding find(String division, LocalDate asOf, LocalDate knownAt) {
        Finding narrowest = Finding.Absent.NO_RULE;
        // By index: this is asked some fifty times for a quote.
        for (int i = 0; i < narrowestFirst.size(); i++) {
            Regional there = narrowestFirst.get(i);
            if (division.startsWith(there.region)) {
                Finding found = there.timeline.find(asOf, knownAt);
                if (found instanceof Finding.Stands) {
                    return found;
                }
                narrowest = Finding.narrower(narrowest, found);
            }
        }
        return narrowest;
    }

    /** What is said of exactly this region. */
    Finding exactly(String region, LocalDate asOf, LocalDate knownAt) {
        return narrowestFirst.stream()
                .filter(each -> each.region.equals(region))
                .findFirst()
                .map(each -> each.timeline.find(asOf, knownAt))
                .orElse(Finding.Absent.NO_RULE);
    }
}
