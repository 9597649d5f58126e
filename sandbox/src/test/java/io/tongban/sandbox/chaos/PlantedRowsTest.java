package io.tongban.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.farside.Mistake;
import io.tongban.sandbox.farside.Mistake.Kind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planted in a day, held against the two books that come of it. */
class PlantedRowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Set<Kind> OF_A_SIMULATOR = EnumSet.of(Kind.LOST, Kind.OTHER);

    private static PlantedRows planted(Set<Kind> kinds, Map<String, Long> booked, long seed) {
        return new PlantedRows(kinds, booked, DAY, new SplittableRandom(seed));
    }

    private static Map<String, Long> booked(int rows) {
        Map<String, Long> booked = new TreeMap<>();
        for (int i = 0; i < rows; i++) {
            booked.put(String.format("261123%014d", i), 100L + i);
        }
        return booked;
    }

    /** As the gateway compares: row by row by serial, of one that is listed twice the sum. */
    private static Set<String> different(PlantedRows rows, Map<String, Long> booked) {
        Map<String, Long> ours = new TreeMap<>(booked);
        rows.elsewhere().forEach(ours::remove);
        Map<String, Long> theirs = new TreeMap<>(booked);
        for (Mistake mistake : rows.mistakes()) {
            switch (mistake.kind()) {
                case LOST -> theirs.remove(mistake.serial());
                case TWICE -> theirs.compute(mistake.serial(), (serial, fen) -> 2 * fen);
                case OTHER, STRANGE -> theirs.put(mistake.serial(), mistake.fen());
            }
        }
        Set<String> different = new TreeSet<>();
        Set<String> all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        for (String serial : all) {
            if (!ours.containsKey(serial)) {
                different.add("unknown-here " + serial);
            } else if (!theirs.containsKey(serial)) {
                different.add("missing-there " + serial);
            } else if (!ours.get(serial).equals(theirs.get(serial))) {
                different.add("amount-differs " + serial);
            }
        }
        return different;
    }

    @Test
    void areTheRowsInWhichTheBooksDiffer() {
        for (Set<Kind> kinds : Set.of(OF_A_SIMULATOR, EnumSet.allOf(Kind.class))) {
            for (int seed = 0; seed < 200; seed++) {
                Map<String, Long> booked = booked(9 + seed);
                PlantedRows rows = planted(kinds, booked, seed);

                assertThat(rows.told()).as("%s %d", kinds, seed).isEqualTo(different(rows, booked));
            }
        }
    }

    @Test
    void areThreeOfEachKindWhereThereAreBookingsEnough() {
        assertThat(planted(EnumSet.allOf(Kind.class), booked(12), 1).told())
                .hasSize(15)
                .filteredOn(told -> told.startsWith("unknown-here "))
                .hasSize(6);
        assertThat(planted(OF_A_SIMULATOR, booked(9), 1).told()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 0", "4, 5", "7, 5", "8, 10"})
    void areAsManyOfEachKindAsThereAreBookingsFor(int bookings, int told) {
        PlantedRows rows = planted(EnumSet.allOf(Kind.class), booked(bookings), 1);

        assertThat(rows.told()).hasSize(told);
        assertThat(rows.mistakes()).extracting(Mistake::kind).hasSize(told * 4 / 5);
        assertThat(rows.elsewhere()).hasSize(told / 5);
    }

    @Test
    void areTheSameFromTheSameSeed() {
        Map<String, Long> booked = booked(40);

        assertThat(planted(OF_A_SIMULATOR, booked, 7).told())
                .isEqualTo(planted(OF_A_SIMULATOR, booked, 7).told())
                .isNotEqualTo(planted(OF_A_SIMULATOR, booked, 8).told());
    }

    /** Of a form that every profile can carry, and none that a withholding could have. */
    @Test
    void areStrangeBySerialsThatNobodyIsGiven() {
        assertThat(planted(EnumSet.allOf(Kind.class), booked(12), 1).mistakes())
                .filteredOn(mistake -> mistake.kind() == Kind.STRANGE)
                .extracting(Mistake::serial)
                .containsExactly("261123UNASKED0000000", "261123UNASKED0000001", "261123UNASKED0000002");
    }
}
