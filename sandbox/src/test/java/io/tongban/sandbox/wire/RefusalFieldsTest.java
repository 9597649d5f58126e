package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP wants of a refusal beside our problem document: RFC 9110, sections 11.6.1, 10.2.1 and 15.5.16, and RFC 6750. */
@OverEachTransport
class RefusalFieldsTest {
    private final TestSandbox sandbox;

    RefusalFieldsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void challengesWhoHasNoToken() {
        Answer answer = sandbox.assertRefused(registration().without("authorization"), "token-missing");

        assertThat(answer.field("www-authenticate")).isEqualTo("Bearer realm=\"tongban\"");
    }

    @Test
    void challengesWhoHasABadToken() {
        Answer answer = sandbox.assertRefused(registration().with("authorization", "Bearer a.b.c"), "token-invalid");

        assertThat(answer.field("www-authenticate")).isEqualTo("Bearer realm=\"tongban\", error=\"invalid_token\"");
    }

    @Test
    void challengesWhoDidNotSign() {
        Answer answer = sandbox.assertRefused(registration(), "signature-missing");

        assertThat(answer.field("www-authenticate")).startsWith("Bearer ");
    }

    @Test
    void saysThatTheScopeIsMissing() {
        Answer answer = sandbox.assertRefused(sandbox.delivery().get("/v1/admin/partners"), "scope-missing");

        assertThat(answer.field("www-authenticate"))
                .isEqualTo("Bearer realm=\"tongban\", error=\"insufficient_scope\", scope=\"agency:admin\"");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /v1/workers, POST", "TRACE, /v1/provinces, GET", "PATCH, /v1/provinces, GET"})
    void namesTheMethodsThatAreAllowed(String method, String target, String allowed) {
        Call call = sandbox.delivery().signed(sandbox.delivery().unsigned(method, target, ""));

        Answer answer = sandbox.assertRefused(call, "method-not-allowed");

        assertThat(answer.field("allow").split(", ?")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "text/plain",
                "application/json, text/plain",
                "json",
                "application/json; charset=GBK",
                "application/json;charset=\"GB18030\""
            })
    void takesNoOtherMediaType(String type) {
        sandbox.assertRefused(
                sandbox.delivery().signed(registration().with("content-type", type)), "media-type-unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip", "identity"})
    void takesNoContentCoding(String coding) {
        sandbox.assertRefused(
                sandbox.delivery().signed(registration().with("content-encoding", coding)), "media-type-unsupported");
    }

    @ParameterizedTest
    @CsvSource({
        "200, /v1/provinces",
        "200, /v1/withholdings?limit=1",
        "200, /problems",
        "404, /v1/workers/wkr_none",
        "400, /v1/withholdings?limit=0",
        "405, /v1/workers"
    })
    void answersHeadLikeGetWithoutABody(int status, String target) {
        Call call = sandbox.delivery().signed(sandbox.delivery().unsigned("HEAD", target, ""));

        Answer answer = sandbox.wire().send(call);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.field("content-type")).startsWith("application/");
    }

    @Test
    void takesNoBodyWhereNoneBelongs() {
        Call call = Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", "{}");

        sandbox.assertRefused(call, "header-invalid");
    }

    private Call registration() {
        return sandbox.delivery()
                .unsigned("POST", "/v1/workers", TestSandbox.REGISTRATION)
                .with("idempotency-key", UUID.randomUUID().toString());
    }
}
