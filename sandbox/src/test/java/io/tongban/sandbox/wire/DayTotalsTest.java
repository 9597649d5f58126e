package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.sandbox.province.DayBook;
import io.tongban.sandbox.province.Fault;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of two books, over the dialects, each province by itself. */
@ExtendWith(RunningSandbox.class)
class DayTotalsTest {
    private static final LocalDate LIKE_OURS = TwoBooks.TODAY.minusDays(5);
    private static final LocalDate PLANTED = TwoBooks.TODAY.minusDays(6);

    private final TestSandbox sandbox;
    private final TwoBooks books;

    DayTotalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        books = new TwoBooks(sandbox);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"44", "51", "33", "41", "43", "34"})
    void findsEachPlantedDifferenceInventsNoneAndSignsWhatAgrees(String province) throws Exception {
        books.awaitNoOpenTasks(province);
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

    private boolean isSignedByTheGateway(JWSObject statement) throws Exception {
        String published = new String(sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""))
                .body());
        return statement.verify(new ECDSAVerifier(JWKSet.parse(published)
                .getKeyByKeyId(statement.getHeader().getKeyID())
                .toECKey()));
    }
}
