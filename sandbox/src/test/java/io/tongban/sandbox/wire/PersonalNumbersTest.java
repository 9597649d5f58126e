package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept and audited for good holds no person's number: it is refused anywhere but in its own field. */
@OverEachTransport
class PersonalNumbersTest {
    private static final String CODE = "personal-number-misplaced";

    private final TestSandbox sandbox;

    PersonalNumbersTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource({
        "/partnerReference, rider-,        rider-11010519491231002X-",
        "/partnerReference, rider-,        rider-13900000017-",
        "/partnerReference, rider-,        rider13900000017a-",
        "/consentReference, consent-,      card:6222020200112233446:",
        "/sector,           food-delivery, １３９００００００１７",
        "/sector,           food-delivery, 110105 19491231 002x",
    })
    void refusesOneInARegistration(String pointer, String right, String wrong) {
        Answer answer = sandbox.assertRefused(
                sandbox.delivery()
                        .post("/v1/workers", sandbox.registration("44").replace(right, wrong)),
                CODE);

        assertThat(answer.text("pointer")).isEqualTo(pointer);
        assertThat(answer.text("detail")).doesNotContain("139").doesNotContain("1101");
    }

    @Test
    void refusesOneInAMandateARevocationAWebhookAndAPartner() {
        String worker = new Insuring(sandbox).enrolled(sandbox.delivery(), "44", People.next());
        String mandate = People.mandate(worker, "44", 1000);
        refused("/agreementReference", "/v1/mandates", mandate.replace("agreement-1", "paper-13900000017"));
        String id = sandbox.accepted(sandbox.delivery().post("/v1/mandates", mandate), 201)
                .get("id")
                .asText();
        refused(
                "/reason",
                "/v1/mandates/" + id + "/revocation",
                "{\"revokedAt\":\"2026-11-01T00:00:00Z\",\"reason\":\"call 139-0000-0017\"}");
        refused(
                "/url",
                "/v1/webhook-endpoints",
                "{\"url\":\"https://example.org/13900000017\",\"events\":[\"worker.enrolled\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/reason  | PUT  | /v1/admin/provinces/44/state | {'state':'RUNNING','reason':'call 139-0000-0017'}",
                "/reason  | POST | /v1/admin/stops | {'kind':'PARTNER','subject':'x','reason':'card 6222020200112233446'}",
                "/subject | POST | /v1/admin/stops | {'kind':'PARTNER','subject':'p-13900000017','reason':'lost'}",
                "/lines/1 | POST | /v1/admin/service-points/imports | {'owner':'tongban-agency','lines':['reference','a,,b,Road 13900000017']}",
                "/name    | POST | /v1/admin/partners | {'clientId':'p','name':'Li 13900000017','kind':'BANK','jwks':{}}",
                "/jwks/keys/0/kid | POST | /v1/admin/partners | {'clientId':'p','name':'Li','kind':'BANK','jwks':{'keys':[{'kid':'k13900000017'}]}}",
            })
    void refusesOneInWhatAnAgencySays(String pointer, String method, String target, String body) {
        ByHand agency = sandbox.agency();
        Answer answer = sandbox.assertRefused(
                () -> agency.signed(agency.unsigned(method, target, body.replace('\'', '"'))
                        .with("idempotency-key", TestSandbox.key())),
                CODE);

        assertThat(answer.text("pointer")).isEqualTo(pointer);
    }

    @Test
    void refusesOneAsAnOperatorsStaffNumber() {
        Answer answer = sandbox.assertRefused(
                sandbox.partner(Counters.BANK)
                        .post(
                                "/v1/operators",
                                "{\"staffNumber\":\"T-13900000017\",\"role\":\"TELLER\",\"points\":[\"nl-01\"]}"),
                CODE);

        assertThat(answer.text("pointer")).isEqualTo("/staffNumber");
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002X", "key-13900000017", "6222020200112233446"})
    void refusesOneAsAnIdempotencyKey(String key) {
        sandbox.assertRefused(sandbox.delivery().post("/v1/workers", sandbox.registration("44"), key), CODE);
    }

    @Test
    void refusesOneInAQuery() {
        Answer answer = sandbox.assertRefused(
                sandbox.delivery().get("/v1/withholdings?partnerReference=rider-13900000017"), CODE);

        assertThat(answer.text("parameter")).isEqualTo("partnerReference");
    }

    @Test
    void keepsNoneInTheAuditLog() {
        // As words of their own: the digits of a serial hold anything.
        assertThat(
                        sandbox.count(
                                "select count(*) from audit where facts ~ '\\m1[3-9][0-9]{9}\\M' or facts ~ '\\m[0-9]{17}[0-9X]\\M'"))
                .isZero();
    }

    private void refused(String pointer, String target, String body) {
        Answer answer = sandbox.assertRefused(sandbox.delivery().post(target, body), CODE);
        assertThat(answer.text("pointer")).isEqualTo(pointer);
    }
}
