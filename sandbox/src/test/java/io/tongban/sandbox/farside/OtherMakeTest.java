package io.tongban.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherMakeTest {
    private static final Booked FIRST = new Booked("W1", "P1", "202610", 100, "R1");
    private static final Booked SECOND = new Booked("W2", "P2", "202610", 200, "R2");

    /** A far side with nothing but its book, and what it tells wrongly of it. */
    private record Book(List<Booked> booked, List<Mistake> mistakes) implements FarSide {
        @Override
        public int port() {
            return 9;
        }

        @Override
        public Map<String, String> told() {
            return Map.of();
        }

        @Override
        public boolean tellsByFiles() {
            return false;
        }

        @Override
        public void mistake(List<Mistake> all) {
            mistakes.clear();
            mistakes.addAll(all);
        }

        @Override
        public void close() {}
    }

    private static OtherMake with(Booked... booked) throws Exception {
        return new OtherMake(
                "96", new Book(List.of(booked), new ArrayList<>()), new Cutter(9, 1), 0, new Serials("", ""));
    }

    @Test
    void countsASerialThatIsBookedTwiceAndShowsItOnce() throws Exception {
        for (Booked again : List.of(
                new Booked("W1", "P1", "202610", 100, "R3"),
                new Booked("W1", "P1", "202611", 100, "R3"),
                new Booked("W1", "P3", "202610", 100, "R3"))) {
            try (OtherMake province = with(FIRST, SECOND, again)) {
                assertThat(province.doubled()).isEqualTo(1);
                assertThat(province.booked()).isEqualTo(Map.of("W1", FIRST, "W2", SECOND));
            }
        }
    }

    /** A profile may put something around our serials, and the far side knows no others. */
    @Test
    void tellsAFarSideOfMistakesByTheSerialsThatItWasTold() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 23);
        Book book = new Book(List.of(), new ArrayList<>());
        try (OtherMake province = new OtherMake("93", book, new Cutter(9, 1), 0, new Serials("JH", "Z"))) {
            province.mistake(List.of(
                    new Mistake(Mistake.Kind.OTHER, "W1", 101, day), new Mistake(Mistake.Kind.STRANGE, "W2", 1, day)));
            assertThat(book.mistakes())
                    .extracting(Mistake::line)
                    .containsExactly("other JHW1Z 101 20261123", "strange JHW2Z 1 20261123");

            province.mistake(List.of());
            assertThat(book.mistakes()).isEmpty();
        }
    }

    @Test
    void countsAMonthThatIsBookedUnderTwoSerials() throws Exception {
        try (OtherMake province = with(FIRST, SECOND, new Booked("W3", "P2", "202610", 200, "R3"))) {
            assertThat(province.doubled()).isEqualTo(1);
            assertThat(province.booked()).hasSize(3);
        }
        try (OtherMake province = with(FIRST, SECOND)) {
            assertThat(province.doubled()).isZero();
        }
    }
}
