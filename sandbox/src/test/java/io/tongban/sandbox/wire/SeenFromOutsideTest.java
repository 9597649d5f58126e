package io.tongban.sandbox.wire;

import static io.tongban.sandbox.wire.Insuring.AMOUNT_FEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.tongban.sandbox.wire.People.Insured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees, and what nobody may see. */
@ExtendWith(RunningSandbox.class)
class SeenFromOutsideTest {
    private final TestSandbox sandbox;

    SeenFromOutsideTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void metricsCountRequestsFailuresAndProvinceCallsAndNameNoPerson() {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "44");
        sandbox.accepted(
                sandbox.delivery().post("/v1/withholdings", People.order(insured, "2026-10", AMOUNT_FEN)), 202);
        sandbox.wire().send(sandbox.delivery().get("/v1/withholdings").without("signature"));

        String metrics = sandbox.metrics();

        assertThat(metrics)
                .contains("tongban_requests")
                .contains("partner=\"fengsong-delivery\"")
                .contains("tongban_signature_failures")
                .contains("tongban_province_calls")
                .doesNotContain(People.citizenNumber(insured.number()));
    }

    @Test
    void healthIsTold() {
        assertThat(RestAssured.get(sandbox.stack().gatewayProcess().management() + "/q/health")
                        .asString())
                .contains("\"status\": \"UP\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/dev"})
    void thePublicPortKnowsNothingOfOperators(String path) {
        Call call = Call.of("GET", sandbox.stack().gateway(), path, "");

        assertThat(sandbox.wire().sendUnchecked(call).status()).isEqualTo(404);
    }

    @Test
    void theManagementPortServesNoPartner() {
        URI management = sandbox.stack().gatewayProcess().management();

        for (String path : List.of("/problems", "/v1/workers", "/.well-known/jwks.json", "/openapi")) {
            assertThat(RestAssured.get(management + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theApiPageNamesTheAddressThatItIsServedFromAndDoesNotTry() {
        String gateway = sandbox.stack().gateway().toString();

        String page = RestAssured.get(gateway + "/swagger-ui/").asString();
        String document = RestAssured.get(gateway + "/openapi").asString();

        assertThat(page).contains("/openapi").contains("allowTryItOutFor: () => () => false");
        assertThat(document).contains("url: " + gateway);
        if (!gateway.endsWith(":8080")) {
            assertThat(document).doesNotContain(":8080");
        }
    }

    @Test
    void theContractIsServedAsItIsCommitted() throws IOException {
        String served = RestAssured.get(sandbox.stack().gateway() + "/openapi").asString();

        assertThat(served).contains("openapi: 3.1.0").contains("/v1/withholdings/{withholdingId}/receipt");
        assertThat(served.lines().filter(line -> line.startsWith("  /")))
                .containsExactlyElementsOf(Files.readString(Path.of("../openapi/openapi.yaml"))
                        .lines()
                        .filter(line -> line.startsWith("  /"))
                        .toList());
    }

    @Test
    void noPersonAndNoTokenStandsInTheGatewaysLog() throws IOException {
        Insured insured = new Insuring(sandbox).insured(sandbox.delivery(), "51");
        String citizenNumber = People.citizenNumber(insured.number());
        sandbox.wire().send(sandbox.delivery().post("/v1/workers", People.registration(insured.number(), "51")));

        String log = Files.readString(sandbox.stack().gatewayProcess().log());

        assertThat(log)
                .isNotEmpty()
                .doesNotContain(citizenNumber)
                .doesNotContain("测试员")
                .doesNotContain(sandbox.delivery().token().get())
                // At the beginning of a number: trace ids may hold it anywhere, a fraction of a second even there.
                .doesNotContainPattern("(?<![0-9a-f]|:[0-9]{2}[.,])449999");
    }
}
