package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Wire#send} verifies each answer; here are the roads on which a framework would answer by itself. */
@OverEachTransport
class AnswersAreSignedTest {
    private final TestSandbox sandbox;

    AnswersAreSignedTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/nothing-here,            not-found",
        "GET,    /v1/withholdings/wh_none,    withholding-not-found",
        "DELETE, /v1/withholdings/wh_none,    method-not-allowed",
        "GET,    /v1/withholdings?limit=1001, parameter-invalid",
        "GET,    /v1/withholdings?limit=many, parameter-invalid",
        "GET,    /v1/withholdings?cursor=zzz, cursor-invalid",
        "GET,    /v1/withholdings?period=13,  parameter-invalid",
    })
    void errorsOfEachRoadAreSignedProblems(String method, String target, String code) {
        sandbox.assertRefused(sandbox.delivery().signed(sandbox.delivery().unsigned(method, target, "")), code);
    }

    @Test
    void aMediaTypeThatIsNotMadeIsRefused() {
        Call call = sandbox.delivery().unsigned("GET", "/v1/withholdings", "").with("accept", "text/html");

        sandbox.assertRefused(sandbox.delivery().signed(call), "not-acceptable");
    }

    @Test
    void theProblemCatalogueIsOpenAndEachTypeLeadsThere() {
        var catalogue = sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/problems", ""))
                .json();

        assertThat(catalogue.get("items").size()).isGreaterThan(50);
        var one = sandbox.wire()
                .sendUnchecked(Call.of("GET", sandbox.gateway(), "/problems/field-unknown", ""))
                .json();
        assertThat(one.get("titleZh").asText()).isEqualTo("存在未知字段");
    }

    @Test
    void rateLimitsAreTold() {
        Answer answer = sandbox.wire().send(sandbox.delivery().get("/v1/withholdings?limit=1"));

        assertThat(answer.field("ratelimit")).contains("r=");
        assertThat(answer.field("ratelimit-policy")).contains("q=");
    }
}
