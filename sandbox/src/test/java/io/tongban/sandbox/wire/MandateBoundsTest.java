package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static io.tongban.sandbox.wire.Insuring.CAP_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.wire.People.Insured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No mandate goes beyond what a mandate can be, and nothing is withheld under one that does. */
@OverEachTransport
class MandateBoundsTest {
    private final TestSandbox sandbox;
    private final Insuring insuring;

    MandateBoundsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        insuring = new Insuring(sandbox);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "mandate-signed-too-long-ago, signedAt,           2026-01-02T03:04:05Z, 2000-01-01T00:00:00Z",
        "mandate-cap-too-high,        capFen,             200000,               9007199254740991",
        "mandate-cap-too-high,        capFen,             200000,               100000000",
        "reference-says-nothing,      agreementReference, agreement-1,          none",
        "reference-says-nothing,      agreementReference, agreement-1,          n/a",
    })
    void refusesAMandateBeyondItsBounds(String code, String field, String right, String wrong) {
        String worker = insuring.enrolled(sandbox.delivery(), "44", People.next());
        String grant = People.mandate(worker, "44", CAP_FEN);
        assertThat(grant).contains(right);

        Answer answer =
                sandbox.assertRefused(sandbox.delivery().post("/v1/mandates", grant.replace(right, wrong)), code);

        assertThat(answer.text("pointer")).isEqualTo("/" + field);
    }

    @ParameterizedTest
    @CsvSource({"signed_at = '2000-01-01'", "cap_fen = 9223372036854775807", "agreement_reference = 'none'"})
    void withholdsNothingUnderAMandateThatWasRecordedBeforeThereWereBounds(String as) throws SQLException {
        Insured insured = insuring.insured(sandbox.delivery(), "44");
        change("update mandate set " + as + " where id = ?", insured.mandateId());

        sandbox.assertRefused(
                sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN)),
                "mandate-out-of-bounds");
    }

    @Test
    void refusesAConsentThatNamesNothing() {
        int n = People.next();
        String registration = People.registration(n, "44").replace("consent-" + n, "none");

        Answer answer =
                sandbox.assertRefused(sandbox.delivery().post("/v1/workers", registration), "reference-says-nothing");

        assertThat(answer.text("pointer")).isEqualTo("/consentReference");
    }

    private void change(String sql, String id) throws SQLException {
        try (Connection connection = sandbox.connection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
