package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of two books that are told wrongly, or have what was taken back. */
@ExtendWith(RunningSandbox.class)
class UnlikelyDaysTest {
    private static final LocalDate MISLABELLED = TwoBooks.TODAY.minusDays(7);
    private static final LocalDate BOOKED = TwoBooks.TODAY.minusDays(10);
    private static final LocalDate TAKEN_BACK = TwoBooks.TODAY.minusDays(9);

    private final TestSandbox sandbox;
    private final TwoBooks books;

    UnlikelyDaysTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        books = new TwoBooks(sandbox);
    }

    /** Booked on one day and taken back on another: it stands in both books of both days. */
    @Test
    void comparesWhatAProvinceTookBackOnItsOwnDay() throws Exception {
        String province = "41";
        sandbox.province(province).faults().next(Fault.REVERSED_LATER, 1);
        String id = books.withheld(province);
        String serial = books.serial(id);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> books.text("select state from withholding where id = '" + id + "'")
                        .equals("REVERSED"));
        String moments = "booked_at = '" + TwoBooks.noon(BOOKED) + "', %s = '" + TwoBooks.noon(TAKEN_BACK)
                + "' where serial = '" + serial + "'";
        books.run("gateway", "update withholding set " + moments.formatted("taken_back_at"));
        books.run("sim_" + province, "update reversed_booking set " + moments.formatted("reversed_at"));

        books.open(province, BOOKED);
        books.open(province, TAKEN_BACK);
        books.awaitState(province, BOOKED, "AGREED");
        books.awaitState(province, TAKEN_BACK, "AGREED");
        assertThat(books.day(province, TAKEN_BACK).at("/sums/0/command").asText())
                .isEqualTo("REVERSE");
        assertThat(books.day(province, TAKEN_BACK).at("/sums/0/theirFen").asLong())
                .isEqualTo(Insuring.AMOUNT_FEN);

        books.plant(province, Fault.DAY_ROW_MISSING);
        try {
            books.open(province, TAKEN_BACK);
            books.awaitState(province, TAKEN_BACK, "DIFFERS");
            assertThat(books.differences(province, TAKEN_BACK)).isEqualTo(List.of("missing-there " + serial));
        } finally {
            books.clear(province, Fault.DAY_ROW_MISSING);
        }
        books.awaitState(province, TAKEN_BACK, "AGREED");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"44", "51", "34"})
    void believesNoTotalsOfAnotherDayAndNoListLongerThanItsTotals(String province) throws Exception {
        books.move(province, books.booked(province, 1), MISLABELLED);
        books.plant(province, Fault.DAY_OF_ANOTHER);
        try {
            // A file of before the move has no row that could tell another day, and lacks what is in our books.
            books.awaitWritten(province, Fault.DAY_OF_ANOTHER, 2);
            books.open(province, MISLABELLED);
            books.awaitCause(province, MISLABELLED, "unreadable");
            // While nothing is believed: totals and items are written apart, and half of these two would be right.
            books.plant(province, Fault.DAY_ITEMS_TOO_MANY, Fault.DAY_ROW_EXTRA);
            books.awaitWritten(province, Fault.DAY_ROW_EXTRA, 2);
        } finally {
            books.clear(province, Fault.DAY_OF_ANOTHER);
        }
        try {
            books.awaitCause(province, MISLABELLED, "items-too-many");
            assertThat(books.differencesEver(province, MISLABELLED)).isZero();
        } finally {
            books.clear(province, Fault.DAY_ROW_EXTRA, Fault.DAY_ITEMS_TOO_MANY);
        }
        books.awaitState(province, MISLABELLED, "AGREED");
    }
}
