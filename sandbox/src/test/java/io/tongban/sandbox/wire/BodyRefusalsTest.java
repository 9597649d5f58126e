package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that is not what the contract says is refused with the place that is wrong, and nothing is stored. */
@OverEachTransport
class BodyRefusalsTest {
    private static final String ORDER = """
            {"partnerReference":"body-1","workerId":"wkr_x","mandateId":"mdt_x","insurance":"AAE140:110",
             "period":"2026-10","baseFen":551000,"amountFen":110200}""";

    private final TestSandbox sandbox;

    BodyRefusalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0} at {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "field-unknown | /nickname   | \"partnerReference\"        | \"nickname\":\"x\",\"partnerReference\"",
                "field-type    | /amountFen  | 110200                      | \"110200\"",
                "field-type    | /amountFen  | 110200                      | 1102.5",
                "field-type    | /amountFen  | 110200                      | {}",
                "field-type    | /amountFen  | 110200                      | 99999999999999999999",
                "field-type    | /workerId   | \"wkr_x\"                   | 7",
                "field-type    | /workerId   | \"wkr_x\"                   | [\"wkr_x\"]",
                "field-invalid | /period     | \"2026-10\"                 | \"October\"",
                "field-type    | /period     | \"2026-10\"                 | 202610",
                "field-missing | /workerId   | \"workerId\":\"wkr_x\",     | ~~",
                "field-type    | /workerId   | \"wkr_x\"                   | null",
                "field-invalid | /insurance  | AAE140:110                  | 110",
                "field-invalid | /partnerReference | body-1                | no spaces please",
                "body-not-json | ~~          | \"period\"                  | period",
                "body-not-json | ~~          | \"partnerReference\"        | \"workerId\":\"wkr_y\",\"partnerReference\"",
                "body-not-json | ~~          | 110200}                     | 110200}{}",
                "body-not-json | ~~          | 110200}                     | 110200",
            })
    void refuses(String code, String pointer, String part, String by) {
        Answer answer =
                sandbox.assertRefused(sandbox.delivery().post("/v1/withholdings", ORDER.replace(part, by)), code);

        assertThat(answer.text("pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "body-not-json | hello",
                "body-not-json | ~ ~",
                "body-not-json | []",
                "body-not-json | 7",
                "field-missing | {}",
            })
    void refusesAWholeBody(String code, String body) {
        sandbox.assertRefused(sandbox.delivery().post("/v1/withholdings", body), code);
    }

    @Test
    void refusesANestingBomb() {
        String bomb = "{\"sector\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        sandbox.assertRefused(sandbox.delivery().post("/v1/workers", bomb), "body-too-deep");
    }

    @Test
    void refusesMoreThanOneMebibyte() {
        String large = "{\"sector\":\"" + "x".repeat(1 << 20) + "\"}";

        sandbox.assertRefused(sandbox.delivery().post("/v1/workers", large), "body-too-large");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] gbk = "{\"sector\":\"外卖\"}".getBytes(java.nio.charset.Charset.forName("GBK"));
        Call call = sandbox.delivery()
                .unsigned("POST", "/v1/workers", "x")
                .withBody(gbk)
                .with("idempotency-key", UUID.randomUUID().toString());

        sandbox.assertRefused(sandbox.delivery().signed(call), "body-not-json");
    }

    @Test
    void refusesAnotherMediaType() {
        Call call = sandbox.delivery()
                .unsigned("POST", "/v1/workers", "<worker/>")
                .with("content-type", "application/xml")
                .with("idempotency-key", UUID.randomUUID().toString());

        sandbox.assertRefused(sandbox.delivery().signed(call), "media-type-unsupported");
    }

    @Test
    void neverRepeatsAValueOfTheBody() {
        String body = ORDER.replace("\"wkr_x\"", "11010519491231002");
        Answer answer = sandbox.assertRefused(sandbox.delivery().post("/v1/withholdings", body), "field-type");

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("11010519491231002");
    }
}
