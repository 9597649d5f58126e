package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path or query that is not what the contract says is refused with the parameter's name, never read as if it were not there. */
@OverEachTransport
class ParameterRefusalsTest {
    private final TestSandbox sandbox;

    ParameterRefusalsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "parameter-invalid | period           | /v1/withholdings?period=",
                "parameter-invalid | period           | /v1/withholdings?period",
                "parameter-invalid | period           | /v1/withholdings?period=October",
                "parameter-invalid | period           | /v1/withholdings?period=%202026-09",
                "parameter-invalid | state            | /v1/withholdings?state=",
                "parameter-invalid | state            | /v1/withholdings?state=confirmed",
                "parameter-invalid | state            | /v1/withholdings?state=CONFIRMED%20",
                "parameter-invalid | limit            | /v1/withholdings?limit=",
                "parameter-invalid | limit            | /v1/withholdings?limit=+1",
                "parameter-invalid | limit            | /v1/withholdings?limit=%2B1",
                "parameter-invalid | limit            | /v1/withholdings?limit=01",
                "parameter-invalid | limit            | /v1/withholdings?limit=0",
                "parameter-invalid | limit            | /v1/withholdings?limit=201",
                "parameter-invalid | limit            | /v1/withholdings?limit=1e1",
                "parameter-invalid | limit            | /v1/withholdings?limit=99999999999999999999",
                "parameter-invalid | limit            | /v1/withholdings?limit=1&limit=2",
                "parameter-invalid | limit            | /v1/withholdings?limit=1&limit=1",
                "parameter-invalid | limit            | /v1/withholdings?limit=1&%6Cimit=1",
                "parameter-invalid | cursor           | /v1/withholdings?cursor=",
                "parameter-invalid | cursor           | /v1/withholdings?cursor=a.b",
                "parameter-invalid | workerId         | /v1/withholdings?workerId=",
                "personal-number-misplaced | workerId | /v1/withholdings?workerId=11010519491231002X",
                "parameter-invalid | partnerReference | /v1/withholdings?partnerReference=",
                "personal-number-misplaced | partnerReference | /v1/withholdings?partnerReference=11010519491231002X",
                "personal-number-misplaced | partnerReference | /v1/withholdings?partnerReference=13900000017",
                "parameter-unknown | State            | /v1/withholdings?State=CONFIRMED",
                "parameter-unknown | worker           | /v1/withholdings?limit=1&worker=wkr_x",
                "parameter-unknown | ~~               | /v1/withholdings?11010519491231002X",
                "parameter-unknown | state            | /v1/withholdings/wh_x?state=CONFIRMED",
                "parameter-unknown | x                | /v1/webhook-endpoints?x=1",
                "parameter-unknown | x                | /v1/provinces?x",
                "parameter-unknown | ~~               | /v1/workers/wkr_x;a=b",
                "parameter-invalid | workerId         | /v1/workers/WKR_X",
                "parameter-invalid | workerId         | /v1/workers/11010519491231002X",
                "parameter-invalid | workerId         | /v1/workers/mdt_x/status",
                "parameter-invalid | mandateId        | /v1/mandates/wkr_x",
                "parameter-invalid | withholdingId    | /v1/withholdings/x",
                "parameter-invalid | withholdingId    | /v1/withholdings/x/receipt",
                "parameter-invalid | code             | /v1/provinces/guangdong",
            })
    void refusesAPartners(String code, String parameter, String target) {
        refused(sandbox.delivery().get(target), code, parameter);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "parameter-invalid, province, /v1/admin/review-tasks?province=",
        "parameter-invalid, province, /v1/admin/review-tasks?province=gd",
        "parameter-invalid, state,    /v1/admin/review-tasks?state=",
        "parameter-invalid, limit,    /v1/admin/review-tasks?limit=0",
        "parameter-invalid, limit,    /v1/admin/review-tasks?limit=1&limit=2",
        "parameter-invalid, cursor,   /v1/admin/review-tasks?cursor=%20",
        "parameter-invalid, taskId,   /v1/admin/review-tasks/wh_x",
        "parameter-invalid, clientId, /v1/admin/partners/Tongban",
        "parameter-unknown, name,     /v1/admin/partners?name=x",
        "parameter-unknown, from,     /v1/admin/audit/verification?from=1",
    })
    void refusesTheAgencys(String code, String parameter, String target) {
        refused(sandbox.assertRefused(() -> sandbox.agency().get(target), code), code, parameter);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "parameter-unknown, x,        /problems?x=1",
        "parameter-invalid, code,     /problems/X",
        "parameter-unknown, x,        /.well-known/jwks.json?x=1",
        "parameter-invalid, clientId, /.well-known/partners/X/jwks.json",
    })
    void refusesOfWhatIsOpenToAll(String code, String parameter, String target) {
        refused(Call.of("GET", sandbox.gateway(), target, ""), code, parameter);
    }

    @Test
    void refusesOfAnEffect() {
        refused(
                sandbox.delivery().post("/v1/workers?dryRun=true", TestSandbox.REGISTRATION),
                "parameter-unknown",
                "dryRun");
    }

    @Test
    void namesTheHeaderField() {
        refused(
                sandbox.delivery().post("/v1/workers", TestSandbox.REGISTRATION, "k".repeat(65)),
                "header-invalid",
                "Idempotency-Key");
        Call without = sandbox.delivery().unsigned("POST", "/v1/workers", TestSandbox.REGISTRATION);
        refused(sandbox.delivery().signed(without), "idempotency-key-missing", "Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/withholdings?limit=1&state=CONFIRMED&period=2026-10",
        "/v1/withholdings?limit=200&partnerReference=wh-1",
        "/v1/withholdings?%6Cimit=1",
    })
    void takesWhatTheContractAllows(String target) {
        sandbox.accepted(sandbox.delivery().get(target), 200);
    }

    private void refused(Call call, String code, String parameter) {
        refused(sandbox.assertRefused(call, code), code, parameter);
    }

    private static void refused(Answer answer, String code, String parameter) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("parameter")).isEqualTo(parameter);
        if (code.equals("parameter-invalid")) {
            assertThat(answer.text("detail")).as("what would be right").hasSizeGreaterThan(10);
        }
    }
}
