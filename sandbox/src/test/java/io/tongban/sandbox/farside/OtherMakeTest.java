package io.tongban.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherMakeTest {
    private static final Booked FIRST = new Booked("W1", "P1", "202610", 100, "R1");
    private static final Booked SECOND = new Booked("W2", "P2", "202610", 200, "R2");

    /** A far side with nothing but its book. */
    private record Book(List<Booked> booked) implements FarSide {
        @Override
        public int port() {
            return 9;
        }

        @Override
        public Map<String, String> told() {
            return Map.of();
        }

        @Override
        public void close() {}
    }

    private static OtherMake with(Booked... booked) throws Exception {
        return new OtherMake("96", new Book(List.of(booked)), new Cutter(9, 1), 0, new Serials("", ""));
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
