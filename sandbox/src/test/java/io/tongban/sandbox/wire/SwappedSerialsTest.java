package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.DayBook;
import io.tongban.sandbox.province.Fault;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of two books whose sums agree and whose rows do not. */
@ExtendWith(RunningSandbox.class)
class SwappedSerialsTest {
    private static final LocalDate SWAPPED = TwoBooks.TODAY.minusDays(8);

    private final TwoBooks books;

    SwappedSerialsTest(TestSandbox sandbox) {
        books = new TwoBooks(sandbox);
    }

    /** What sums cannot show: one booking is missing, and a strange one of its amount stands there. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"44", "33", "34"})
    void findsABookingUnderAnotherSerialThoughTheSumsAgree(String province) throws Exception {
        List<String> booked = books.booked(province, 2);
        books.move(province, booked, SWAPPED);
        books.plant(province, Fault.DAY_SERIAL_DIFFERS);
        try {
            books.awaitWritten(province, Fault.DAY_SERIAL_DIFFERS, 1);
            books.open(province, SWAPPED);
            books.awaitState(province, SWAPPED, "DIFFERS");
            assertThat(books.differences(province, SWAPPED))
                    .isEqualTo(List.of("missing-there " + booked.get(0), "unknown-here " + DayBook.SWAPPED));
        } finally {
            books.clear(province, Fault.DAY_SERIAL_DIFFERS);
        }
        books.awaitState(province, SWAPPED, "AGREED");
    }
}
