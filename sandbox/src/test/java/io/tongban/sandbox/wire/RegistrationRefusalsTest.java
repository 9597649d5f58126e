package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OverEachTransport
class RegistrationRefusalsTest {
    private final TestSandbox sandbox;

    RegistrationRefusalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "citizen-number-checksum,   110105194912310021",
        "citizen-number-region,     19010519491231002",
        "citizen-number-birth-date, 11010519490230002",
        "citizen-number-birth-date, 11010518991231002",
        "citizen-number-birth-date, 11010520991231002",
    })
    void refusesACitizenNumberThatCannotBe(String code, String number) {
        String whole = number.length() == 17 ? People.withCheck(number) : number;

        Answer answer = refused(code, People.registration(People.next(), "44", whole, "测试员"));

        assertThat(answer.text("pointer")).isEqualTo("/citizenNumber");
    }

    @ParameterizedTest
    @CsvSource({"𠮷野", "㐂"})
    void refusesANameThatTheProvincesCharsetCannotHold(String name) {
        int n = People.next();

        Answer answer = refused("name-not-representable", People.registration(n, "51", People.citizenNumber(n), name));

        assertThat(answer.text("pointer")).isEqualTo("/name");
    }

    /** Text is plain text: what an agency's page shows must not be able to be markup. */
    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "a > b", "<", "food\\u0000", "food\\u009f"})
    void refusesASectorThatIsNoPlainText(String sector) {
        Answer answer = refused("field-invalid", sandbox.registration("44").replace("food-delivery", sector));

        assertThat(answer.text("pointer")).isEqualTo("/sector");
    }

    @Test
    void refusesAProvinceThatIsNotConnected() {
        refused("province-unknown", sandbox.registration("99"));
    }

    @Test
    void refusesAWorkerThatIsRegisteredAlready() {
        int n = People.next();
        new Insuring(sandbox).enrolled(sandbox.delivery(), "44", n);
        String again = People.registration(n, "44").replace("rider-" + n, "rider-again-" + n);

        refused("worker-exists", again);
    }

    @Test
    void refusesAReferenceThatWasUsed() {
        int n = People.next();
        new Insuring(sandbox).enrolled(sandbox.delivery(), "44", n);
        int other = People.next();
        String reused = People.registration(other, "44").replace("rider-" + other, "rider-" + n);

        refused("reference-used", reused);
    }

    @Test
    void anotherPartnersWorkerIsNotThere() {
        int n = People.next();
        String worker = new Insuring(sandbox).enrolled(sandbox.delivery(), "44", n);

        sandbox.assertRefused(sandbox.ride().get("/v1/workers/" + worker), "worker-not-found");
        sandbox.assertRefused(sandbox.ride().get("/v1/workers/" + worker + "/status"), "worker-not-found");
        sandbox.assertRefused(
                sandbox.ride().post("/v1/mandates", People.mandate(worker, "44", 1000)), "worker-not-found");
    }

    @Test
    void aWorkerOfTwoPartnersHasOnePersonNumber() {
        int n = People.next();
        long before = sandbox.province("44").ledger().persons();

        new Insuring(sandbox).enrolled(sandbox.delivery(), "44", n);
        new Insuring(sandbox).enrolled(sandbox.ride(), "44", n);

        assertThat(sandbox.province("44").ledger().persons()).isEqualTo(before + 1);
    }

    @Test
    void findsAWorkerByCitizenNumberAndShowsItMasked() {
        int n = People.next();
        String worker = new Insuring(sandbox).enrolled(sandbox.delivery(), "51", n);

        var found = sandbox.accepted(
                sandbox.delivery().signed(sandbox.delivery().unsigned("POST", "/v1/workers/search", People.search(n))),
                200);

        assertThat(found.get("id").asText()).isEqualTo(worker);
        assertThat(found.toString()).doesNotContain(People.citizenNumber(n)).doesNotContain("测试员");
    }

    private Answer refused(String code, String registration) {
        return sandbox.assertRefused(sandbox.delivery().post("/v1/workers", registration), code);
    }
}
