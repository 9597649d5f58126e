package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sandbox.wire.People.Insured;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the far side does to a withholding, it ends booked exactly once, and both books agree. */
@ExtendWith(RunningSandbox.class)
class DeliveryFaultsTest {
    private final TestSandbox sandbox;

    DeliveryFaultsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "province {0}: {1}")
    @CsvSource({
        "44, NO_REPLY_AFTER_COMMIT",
        "44, ERROR_INSIDE_SUCCESS",
        "44, IN_PROCESS",
        "44, CONNECTION_CUT_BEFORE_COMMIT",
        "44, CONNECTION_CUT_AFTER_COMMIT",
        "44, DUPLICATE_ACKNOWLEDGEMENT",
        "44, GBK_DECLARED_IN_UTF8",
        "44, SIGN_IN_EXPIRED",
        "51, NO_REPLY_AFTER_COMMIT",
        "51, ERROR_INSIDE_SUCCESS",
        "51, IN_PROCESS",
        "51, CONNECTION_CUT_BEFORE_COMMIT",
        "51, CONNECTION_CUT_AFTER_COMMIT",
        "51, DUPLICATE_ACKNOWLEDGEMENT",
        "51, TEN_PACKETS",
        "51, HALF_CHARACTER",
        "51, TRAILING_NUL",
    })
    void isBookedExactlyOnce(String province, Fault fault) {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), province);
        Faults faults = sandbox.province(province).faults();
        long fired = faults.fired().getOrDefault(fault, 0L);
        faults.silence(Duration.ofSeconds(20));
        faults.next(fault, 1, Transaction.WITHHOLD);

        JsonNode accepted = sandbox.accepted(
                sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN)), 202);
        JsonNode settled = new Insuring(sandbox)
                .settled(sandbox.delivery(), accepted.get("id").asText());

        assertThat(faults.fired().getOrDefault(fault, 0L))
                .as("the fault struck")
                .isEqualTo(fired + 1);
        assertThat(settled.get("state").asText()).isEqualTo("CONFIRMED");
        var bookings = sandbox.province(province).ledger().bookingsOf(People.citizenNumber(insured.number()));
        assertThat(bookings).singleElement().satisfies(booking -> {
            assertThat(booking.amountFen()).isEqualTo(AMOUNT_FEN);
            assertThat(booking.receiptNumber())
                    .isEqualTo(settled.get("provinceReceipt").asText());
        });
    }

    @ParameterizedTest
    @CsvSource({"44", "51"})
    void aRefusalOfTheProvinceEndsTheWithholdingWithItsReason(String province) {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), province);
        String tooLittle = People.order(insured, "2026-10", 100);

        JsonNode accepted = sandbox.accepted(sandbox.delivery().post("/v1/withholdings", tooLittle), 202);
        JsonNode settled = new Insuring(sandbox)
                .settled(sandbox.delivery(), accepted.get("id").asText());

        assertThat(settled.get("state").asText()).isEqualTo("REFUSED");
        assertThat(settled.at("/refusal/code").asText()).isEqualTo("province-amount-not-allowed");
    }

    @AfterEach
    void callOffTheFaults() {
        sandbox.province("44").faults().clear();
        sandbox.province("51").faults().clear();
    }
}
