package io.tongban.sandbox.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.tongban.sandbox.population.Platform;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One province and platform.
 *
 * @param transport what the platform and the gateway agreed to speak
 * @param withheldFen confirmed through Tongban, whole fen
 * @param ledgerFen booked by the province in the same time, by its own ledger, whole fen
 * @param refused how many rows by problem code
 */
record ResultRow(
        String province,
        Platform platform,
        String transport,
        int workers,
        long withheldFen,
        long confirmed,
        Map<String, Long> refused,
        long unresolved,
        long unexpected,
        long ledgerFen) {
    static ResultRow of(String province, Platform platform, String transport, List<Ending> endings, long ledgerFen) {
        return new ResultRow(
                province,
                platform,
                transport,
                endings.size(),
                endings.stream().mapToLong(Ending::withheldFen).sum(),
                count(endings, Ending.Kind.CONFIRMED),
                endings.stream()
                        .filter(ending -> !ending.code().isEmpty())
                        .collect(groupingBy(Ending::code, TreeMap::new, counting())),
                count(endings, Ending.Kind.UNRESOLVED),
                endings.stream().filter(ending -> !ending.asExpected()).count(),
                ledgerFen);
    }

    long differenceFen() {
        return withheldFen - ledgerFen;
    }

    boolean isRight() {
        return unresolved == 0 && unexpected == 0 && differenceFen() == 0;
    }

    private static long count(List<Ending> endings, Ending.Kind kind) {
        return endings.stream().filter(ending -> ending.kind() == kind).count();
    }
}
