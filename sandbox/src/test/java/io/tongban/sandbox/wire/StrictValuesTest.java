package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are read as the contract writes them and in no other way, by the gateway as it is packaged. */
@OverEachTransport
class StrictValuesTest {
    private static final String ORDER = """
            {"partnerReference":"strict-1","workerId":"wkr_x","mandateId":"mdt_x","insurance":"AAE140:110",
             "period":"2026-10","baseFen":551000,"amountFen":110200}""";
    private static final String GRANT = """
            {"partnerReference":"strict-1","workerId":"wkr_x","province":"44","insurances":["AAE140:110"],
             "capFen":200000,"validFrom":"2026-01","validTo":"2026-12","signedAt":"2026-09-30T02:00:00Z",
             "agreementReference":"agreement-1"}""";
    private static final String ENDPOINT =
            "{\"url\":\"https://partner.example/x\",\"events\":[\"worker.enrolled\",\"worker.refused\"]}";

    private final TestSandbox sandbox;

    StrictValuesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0} at {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "field-type    | /period       | \"2026-10\"              | [2026,10]",
                "field-type    | /period       | \"2026-10\"              | []",
                "field-invalid | /period       | \"2026-10\"              | \" 2026-10\"",
                "field-invalid | /period       | \"2026-10\"              | \"0999-10\"",
                "field-type    | /amountFen    | 110200                   | 1102e2",
                "field-type    | /amountFen    | 110200                   | 110200.0",
                "field-type    | /mandateId    | \"mdt_x\"                | null",
            })
    void ofAnOrder(String code, String pointer, String part, String by) {
        refused("/v1/withholdings", ORDER, code, pointer, part, by);
    }

    @ParameterizedTest(name = "{0} at {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // An open-ended mandate, once.
                "field-type    | /validTo      | \"2026-12\"              | []",
                "field-type    | /validTo      | \"2026-12\"              | null",
                "field-invalid | /validTo      | \"2026-12\"              | \"\"",
                "field-type    | /signedAt     | \"2026-09-30T02:00:00Z\" | 1785376800",
                "field-type    | /signedAt     | \"2026-09-30T02:00:00Z\" | [1785376800,0]",
                "field-invalid | /signedAt     | 2026-09-30T02:00:00Z     | 2026-10-01T24:00:00Z",
                "field-invalid | /signedAt     | 2026-09-30T02:00:00Z     | 2026-09-30T02:00Z",
                "field-invalid | /signedAt     | 2026-09-30T02:00:00Z     | 2026-09-31T02:00:00Z",
                "field-invalid | /signedAt     | 2026-09-30T02:00:00Z     | 2026-09-30T02:00:00",
                "field-type    | /insurances/1 | [\"AAE140:110\"]         | [\"AAE140:110\",null]",
                "field-invalid | /insurances/1 | [\"AAE140:110\"]         | [\"AAE140:110\",\"AAE140:110\"]",
                "field-invalid | /insurances/0 | [\"AAE140:110\"]         | [\" AAE140:110\"]",
                "field-type    | /insurances   | [\"AAE140:110\"]         | \"AAE140:110\"",
            })
    void ofAMandate(String code, String pointer, String part, String by) {
        refused("/v1/mandates", GRANT, code, pointer, part, by);
    }

    @ParameterizedTest(name = "{0} at {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "field-invalid | /place        | WORK_PLACE               | work_place",
                "field-invalid | /place        | \"WORK_PLACE\"           | \" WORK_PLACE\"",
                "field-type    | /place        | \"WORK_PLACE\"           | 0",
                "field-type    | /sector       | \"food-delivery\"        | null",
                "field-invalid | /sector       | food-delivery            | food\\u0000delivery",
                "field-invalid | /sector       | food-delivery            | \\ud842",
            })
    void ofARegistration(String code, String pointer, String part, String by) {
        refused("/v1/workers", TestSandbox.REGISTRATION, code, pointer, part, by);
    }

    @ParameterizedTest(name = "{0} at {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "field-type    | /events/1     | \"worker.refused\"       | null",
                "field-invalid | /events/1     | worker.refused           | worker.enrolled",
                "field-invalid | /events/1     | worker.refused           | WORKER_REFUSED",
                "field-invalid | /events/1     | \"worker.refused\"       | \"worker.refused \"",
            })
    void ofAWebhookEndpoint(String code, String pointer, String part, String by) {
        refused("/v1/webhook-endpoints", ENDPOINT, code, pointer, part, by);
    }

    private void refused(String target, String valid, String code, String pointer, String part, String by) {
        assertThat(valid).contains(part);
        Answer answer = sandbox.assertRefused(sandbox.delivery().post(target, valid.replace(part, by)), code);

        assertThat(answer.text("pointer")).isEqualTo(pointer);
        if (code.equals("field-invalid")) {
            assertThat(answer.text("detail")).as("what would be right").hasSizeGreaterThan(7);
        }
    }
}
