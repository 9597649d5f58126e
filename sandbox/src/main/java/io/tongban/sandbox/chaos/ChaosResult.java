package io.tongban.sandbox.chaos;

import io.tongban.sandbox.province.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the two books compare.
 *
 * @param accepted withholdings that a platform got a yes for
 * @param lost accepted, and the gateway knows nothing of it; or confirmed, and the province has no such booking
 * @param doubled months booked twice at a province, or bookings that the gateway has refused
 * @param differenceFen between what the gateway has as confirmed and what the provinces have booked, over all of them
 * @param reversed taken back by a province that cannot be inquired, and withheld again
 */
public record ChaosResult(
        int provinces,
        int accepted,
        long confirmed,
        long refused,
        long reversed,
        long unresolved,
        long lost,
        long doubled,
        long confirmedFen,
        long differenceFen,
        int kills,
        Map<Fault, Long> struck,
        List<String> notes,
        Duration took) {

    /** Of a run whose kills are told elsewhere. */
    static ChaosResult of(
            int provinces, int accepted, int takenBack, List<GatewayBooks.Entry> entries, Comparison comparison) {
        return new ChaosResult(
                provinces,
                accepted,
                entries.stream().filter(GatewayBooks.Entry::isConfirmed).count(),
                entries.stream()
                                .filter(entry -> entry.state().equals("REFUSED"))
                                .count()
                        - takenBack,
                takenBack,
                entries.stream().filter(GatewayBooks.Entry::isOpen).count(),
                comparison.lost + Math.max(0, accepted - entries.size()),
                comparison.doubled + Math.max(0, entries.size() - accepted),
                entries.stream()
                        .filter(GatewayBooks.Entry::isConfirmed)
                        .mapToLong(GatewayBooks.Entry::amountFen)
                        .sum(),
                comparison.differenceFen,
                0,
                Map.of(),
                comparison.notes,
                Duration.ZERO);
    }

    public boolean isRight() {
        return unresolved == 0 && lost == 0 && doubled == 0 && differenceFen == 0;
    }

    /** For people. */
    public String table() {
        StringBuilder text = new StringBuilder();
        line(text, "provinces", provinces);
        line(text, "accepted", accepted);
        line(text, "confirmed", confirmed);
        line(text, "refused", refused);
        line(text, "taken back, then withheld again", reversed);
        line(text, "unresolved", unresolved);
        line(text, "lost", lost);
        line(text, "doubled", doubled);
        line(text, "confirmed, fen", confirmedFen);
        line(text, "difference of the books, fen", differenceFen);
        line(text, "gateway killed with -9", kills);
        line(
                text,
                "faults struck",
                struck.values().stream().mapToLong(Long::longValue).sum());
        line(text, "took, s", took.toSeconds());
        struck.forEach((fault, times) -> line(text, "  " + fault, times));
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long value) {
        text.append(String.format("%-36s %,15d%n", what, value));
    }
}
