package io.tongban.sandbox.demo;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What the demo found.
 *
 * @param doubled months that a province has booked twice
 * @param events webhook calls that arrived and verified
 */
public record Result(List<ResultRow> rows, int doubled, long events, String callTimes) {
    private static final String LINE = "  %-8s %-17s %-14s %8s %13s %10s %8s %11s %15s %11s%n";

    /** Whether every row ended as it was made to end, and both books agree to the fen. */
    public boolean isRight() {
        return doubled == 0 && rows.stream().allMatch(ResultRow::isRight);
    }

    /** Sum over provinces and platforms of what Tongban says minus what the provinces say, each taken as positive. */
    public long differenceFen() {
        return rows.stream().mapToLong(row -> Math.abs(row.differenceFen())).sum();
    }

    public long unresolved() {
        return rows.stream().mapToLong(ResultRow::unresolved).sum();
    }

    public long confirmed() {
        return rows.stream().mapToLong(ResultRow::confirmed).sum();
    }

    /** As a table, with what was refused under it. */
    public String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                LINE,
                "province",
                "platform",
                "transport",
                "workers",
                "withheld fen",
                "confirmed",
                "refused",
                "unresolved",
                "province's fen",
                "difference"));
        TreeMap<String, Long> reasons = new TreeMap<>();
        for (ResultRow row : rows) {
            long refused = row.workers() - row.confirmed() - row.unresolved();
            text.append(String.format(
                    Locale.ROOT,
                    LINE,
                    row.province(),
                    row.platform().clientId(),
                    row.transport(),
                    row.workers(),
                    fen(row.withheldFen()),
                    row.confirmed(),
                    refused,
                    row.unresolved(),
                    fen(row.ledgerFen()),
                    fen(row.differenceFen())));
            row.refused().forEach((code, count) -> reasons.merge(code, count, Long::sum));
        }
        text.append(String.format("%n  refused, each row on purpose:%n"));
        reasons.forEach((code, count) -> text.append(String.format("  %6d  %s%n", count, code)));
        text.append(String.format(
                "%n  booked twice %d · not as expected %d · webhook events verified %d%n%n%s",
                doubled, rows.stream().mapToLong(ResultRow::unexpected).sum(), events, callTimes));
        return text.toString();
    }

    private static String fen(long fen) {
        return String.format(Locale.ROOT, "%,d", fen);
    }
}
