package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of each province, with who says so and what nobody knows. */
@OverEachTransport
class PoliciesTest {
    private static final List<String> PROVINCES = List.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66");

    private final TestSandbox sandbox;

    PoliciesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void citesTheSourceOfEachRuleInForce() {
        JsonNode list = read("province=44&insurance=AAE140:110&asOf=2026-11-28");

        JsonNode ceiling = rule(list, "44-ceiling-2025");
        assertThat(ceiling.get("rule").asText()).isEqualTo("base-ceiling");
        assertThat(ceiling.get("state").asText()).isEqualTo("VALUE");
        assertThat(ceiling.get("value").asText()).isEqualTo("27549.00 yuan");
        assertThat(ceiling.get("mark").asText()).isEqualTo("OFFICIAL");
        assertThat(ceiling.get("source").asText()).contains("Guangdong, limits from 2025-07");
        assertThat(ceiling.get("provisional").asBoolean()).isTrue();
        assertThat(list.get("rulesDigest").asText()).matches("[0-9a-f]{64}");
        assertThat(list.findValuesAsText("insurance")).containsOnly("AAE140:110");
    }

    @Test
    void everyProvinceHasRulesAndListsWhatNobodyKnows() {
        for (String province : PROVINCES) {
            JsonNode list = read("province=" + province);

            assertThat(list.findValuesAsText("id")).as(province).contains(province + "-average-wage-2025");
            assertThat(list.findValuesAsText("state")).as(province).contains("VALUE", "UNKNOWN", "NOT_APPLICABLE");
            list.get("items")
                    .forEach(item -> assertThat(item.has("value"))
                            .as(item.toString())
                            .isEqualTo(item.get("state").asText().equals("VALUE")));
        }
    }

    @Test
    void nothingWasKnownBeforeTheFirstRuleCame() {
        assertThat(read("province=44&knownAt=2026-11-22").get("items")).isEmpty();
    }

    @Test
    void anotherDayHasOtherRules() {
        assertThat(ids(read("province=31&asOf=2026-06-30"))).doesNotContain("31-floor-2026");
        assertThat(ids(read("province=31&asOf=2026-07-01"))).contains("31-floor-2026");
    }

    @Test
    void listsTheCountrysRulesOnlyWhereTheyCount() {
        assertThat(ids(read("province=31"))).doesNotContain("00-medical-flexible-rate");
        assertThat(ids(read("province=15&asOf=2025-12-31"))).doesNotContain("00-order-premium-ride");
        assertThat(ids(read("province=15&asOf=2026-01-01"))).contains("00-order-premium-ride");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "province-unknown, province, province=99",
        "date-invalid, asOf, province=44&asOf=2027-02-29",
        "date-invalid, asOf, province=44&asOf=2999-01-01",
        "date-invalid, knownAt, province=44&knownAt=2026-02-30",
        "knowledge-in-future, knownAt, province=44&knownAt=2999-01-01",
        "parameter-invalid, asOf, province=44&asOf=today",
        "parameter-invalid, insurance, province=44&insurance=110",
        "parameter-invalid, province, insurance=AAE140:110",
    })
    void refusesWithTheParametersName(String code, String parameter, String query) {
        Answer refused = sandbox.assertRefused(sandbox.delivery().get("/v1/policies?" + query), code);

        assertThat(refused.text("parameter")).isEqualTo(parameter);
    }

    @Test
    void theAgencySeesHowManyDaysAreLeftUntilRulesHaveToBeLookedAtAgain() {
        String metrics = sandbox.metrics();

        for (String scope : List.of("00", "31", "44")) {
            assertThat(metrics)
                    .containsPattern("tongban_policy_review_days\\{[^}]*scope=\"" + scope + "\"[^}]*} -?[0-9]");
        }
    }

    private JsonNode read(String query) {
        return sandbox.accepted(sandbox.delivery().get("/v1/policies?" + query), 200);
    }

    private static JsonNode rule(JsonNode list, String id) {
        return StreamSupport.stream(list.get("items").spliterator(), false)
                .filter(item -> item.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode list) {
        return list.findValuesAsText("id");
    }
}
