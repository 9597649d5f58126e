package io.tongban.gateway.contribution.quote;

import io.tongban.gateway.contribution.policy.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts of a month's contribution in whole fen. What each payer pays in all is rounded once, half up, and its parts
 * come to exactly that: each is rounded down, and what is left goes to those that lost most by it.
 */
final class PartAmounts {
    private static final long MILLION = 1_000_000;

    private PartAmounts() {}

    /** @param millionths of the base, by part */
    static Map<Share, Long> of(long baseFen, Map<Share, Long> millionths) {
        Map<Share, Long> amounts = new TreeMap<>();
        for (boolean persons : List.of(true, false)) {
            List<Share> parts = millionths.keySet().stream()
                    .filter(share -> share.isPersons() == persons)
                    .sorted()
                    .toList();
            addTo(amounts, baseFen, millionths, parts);
        }
        return amounts;
    }

    private static void addTo(Map<Share, Long> amounts, long baseFen, Map<Share, Long> millionths, List<Share> parts) {
        Map<Share, Long> exact = new TreeMap<>();
        parts.forEach(share -> exact.put(share, Math.multiplyExact(baseFen, millionths.getOrDefault(share, 0L))));
        long all = exact.values().stream().mapToLong(Long::longValue).sum();
        long left = (all + MILLION / 2) / MILLION;
        for (Map.Entry<Share, Long> part : exact.entrySet()) {
            amounts.put(part.getKey(), part.getValue() / MILLION);
            left -= part.getValue() / MILLION;
        }
        List<Share> byLoss = new ArrayList<>(parts);
        byLoss.sort(Comparator.comparing((Share share) -> exact.getOrDefault(share, 0L) % MILLION)
                .reversed());
        byLoss.stream().limit(left).forEach(share -> amounts.merge(share, 1L, Long::sum));
    }
}
