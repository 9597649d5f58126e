package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.sandbox.province.DayBook;
import io.tongban.sandbox.province.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of two books, over the dialects. */
@ExtendWith(RunningSandbox.class)
class DayTotalsTest {
    private static final LocalDate LIKE_OURS = TwoBooks.TODAY.minusDays(5);
    private static final LocalDate PLANTED = TwoBooks.TODAY.minusDays(6);
    private static final LocalDate MISLABELLED = TwoBooks.TODAY.minusDays(7);
    private static final LocalDate SWAPPED = TwoBooks.TODAY.minusDays(8);
    private static final LocalDate BOOKED = TwoBooks.TODAY.minusDays(10);
    private static final LocalDate TAKEN_BACK = TwoBooks.TODAY.minusDays(9);

    private final TestSandbox sandbox;
    private final TwoBooks books;

    DayTotalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        books = new TwoBooks(sandbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"44", "51", "33", "41", "43", "34"})
    void findsEachPlantedDifferenceInventsNoneAndSignsWhatAgrees(String province) throws Exception {
        List<String> booked = books.booked(province, 6);
        books.move(province, booked.subList(0, 3), LIKE_OURS);
        books.move(province, booked.subList(3, 6), PLANTED);

        books.open(province, LIKE_OURS);
        books.awaitState(province, LIKE_OURS, "AGREED");
        JWSObject statement =
                JWSObject.parse(books.day(province, LIKE_OURS).get("statement").asText());
        assertThat(isSignedByTheGateway(statement)).isTrue();
        assertThat(statement.getPayload().toJSONObject())
                .containsEntry("day", LIKE_OURS.toString())
                .containsEntry("comparedBy", "serial")
                .containsEntry("count", 3L)
                .containsEntry("amountFen", 3 * Insuring.AMOUNT_FEN);

        books.plant(province, Fault.DAY_ROW_MISSING, Fault.DAY_ROW_EXTRA, Fault.DAY_AMOUNT_DIFFERS);
        try {
            books.awaitWritten(province, Fault.DAY_ROW_EXTRA, 2);
            books.open(province, PLANTED);
            books.awaitState(province, PLANTED, "DIFFERS");
            assertThat(books.differences(province, PLANTED))
                    .isEqualTo(List.of(
                            "amount-differs " + booked.get(5),
                            "missing-there " + booked.get(3),
                            "unknown-here " + DayBook.STRANGER));
            assertThat(books.openTasks(province)).isEqualTo(3);
        } finally {
            books.clear(province, Fault.DAY_ROW_MISSING, Fault.DAY_ROW_EXTRA, Fault.DAY_AMOUNT_DIFFERS);
        }
        books.awaitState(province, PLANTED, "AGREED");
        assertThat(books.openTasks(province)).as("put right by the province").isZero();
    }

    /** What sums cannot show: one booking is missing, and a strange one of its amount stands there. */
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

    /** Booked on one day and taken back on another: it stands in both books of both days. */
    @Test
    void comparesWhatAProvinceTookBackOnItsOwnDay() throws Exception {
        String province = "41";
        sandbox.province(province).faults().next(Fault.REVERSED_LATER, 1);
        String id = books.withheld(province);
        String serial = books.serial(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
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

    @ParameterizedTest
    @ValueSource(strings = {"44", "51", "34"})
    void believesNoTotalsOfAnotherDayAndNoListLongerThanItsTotals(String province) throws Exception {
        books.move(province, books.booked(province, 1), MISLABELLED);
        books.plant(province, Fault.DAY_OF_ANOTHER);
        try {
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

    private boolean isSignedByTheGateway(JWSObject statement) throws Exception {
        String published = new String(sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""))
                .body());
        return statement.verify(new ECDSAVerifier(JWKSet.parse(published)
                .getKeyByKeyId(statement.getHeader().getKeyID())
                .toECKey()));
    }
}
