package io.tongban.sandbox.chaos;

import io.tongban.sandbox.province.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the two books compare.
 *
 * @param otherMakes provinces beside the simulated ones, whose systems were written with other software
 * @param accepted withholdings that a platform got a yes for
 * @param lost accepted, and the gateway knows nothing of it; or confirmed, and the province has no such booking
 * @param doubled months booked twice at a province, or bookings that the gateway has refused
 * @param differenceFen between what the gateway has as confirmed and what the provinces have booked, over all of them
 * @param reversed taken back by a province that cannot be inquired, and withheld again
 * @param earned months that two platforms held back from payouts
 * @param earnedPaid those of them that their province has booked; all others went back whole
 * @param cut connections of provinces of other make
 * @param days what the comparison of a day with planted differences told
 */
public record ChaosResult(
        int provinces,
        int otherMakes,
        int accepted,
        long confirmed,
        long refused,
        long reversed,
        long unresolved,
        long lost,
        long doubled,
        long confirmedFen,
        long differenceFen,
        int earned,
        long earnedPaid,
        int kills,
        Map<Fault, Long> struck,
        long cut,
        DayComparison days,
        List<String> notes,
        Duration took) {

    /** Of a run whose kills are told elsewhere. */
    static ChaosResult of(
            int provinces, int accepted, int takenBack, List<GatewayBooks.Entry> entries, Comparison comparison) {
        return new ChaosResult(
                provinces,
                0,
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
                0,
                0,
                Map.of(),
                0,
                DayComparison.NONE,
                comparison.notes,
                Duration.ZERO);
    }

    public boolean isRight() {
        return unresolved == 0 && lost == 0 && doubled == 0 && differenceFen == 0 && days.isRight();
    }

    /** For people. */
    public String table() {
        StringBuilder text = new StringBuilder();
        line(text, "provinces, simulated", provinces);
        line(text, "  of other make", otherMakes);
        line(text, "accepted", accepted);
        line(text, "confirmed", confirmed);
        line(text, "refused", refused);
        line(text, "taken back, then withheld again", reversed);
        line(text, "unresolved", unresolved);
        line(text, "lost", lost);
        line(text, "doubled", doubled);
        line(text, "confirmed, fen", confirmedFen);
        line(text, "difference of the books, fen", differenceFen);
        line(text, "months earned on two platforms", earned);
        line(text, "  paid in, the others given back", earnedPaid);
        line(text, "daily differences planted", days.planted());
        line(text, "  found", days.found());
        line(text, "  invented", days.invented());
        line(text, "  days that did not agree at last", days.unsigned());
        line(text, "gateway killed with -9", kills);
        line(
                text,
                "faults struck",
                struck.values().stream().mapToLong(Long::longValue).sum());
        line(text, "connections of other make cut", cut);
        line(text, "took, s", took.toSeconds());
        struck.forEach((fault, times) -> line(text, "  " + fault, times));
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long value) {
        text.append(String.format("%-36s %,15d%n", what, value));
    }
}
