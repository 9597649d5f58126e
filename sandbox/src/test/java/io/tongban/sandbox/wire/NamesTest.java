package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person's name is one name, however a partner's system writes it. */
@OverEachTransport
class NamesTest {
    private final TestSandbox sandbox;

    NamesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource({
        "44, 阿卜杜拉•买买提,   阿卜杜拉·买买提",
        "44, 阿卜杜拉・买买提,  阿卜杜拉‧买买提",
        "51, 测试\u3000员,      测试员",
        "44, 测试\u00a0员,      测\u202f试员",
        "44, \uE863一,          䶮一",
        // On a GBK wire it is FE9F either way.
        "51, \uE863二,          䶮二",
        "14, 䶮三,              \uE863三",
        "44, 测\u2F6C员,        测目员",
    })
    void twoPartnersWriteOnePersonsNameInTheirOwnWays(String province, String one, String other) {
        int n = People.next();
        assertThat(outcome(sandbox.delivery(), n, province, one)).isEqualTo("ENROLLED");
        assertThat(outcome(sandbox.ride(), n, province, other)).isEqualTo("ENROLLED");
    }

    @ParameterizedTest
    @CsvSource({"U+FE0F, 测\uFE0F员", "U+200B, 测\u200B员", "U+3164, 测\u3164员", "U+2800, 测\u2800员", "U+E000, 测\uE000员"})
    void refusesWhatIsNoCharacterOfANameAndNamesIt(String character, String name) {
        int n = People.next();

        Answer answer = sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", People.registration(n, "44", People.citizenNumber(n), name)),
                "name-character-invalid");

        assertThat(answer.text("pointer")).isEqualTo("/name");
        assertThat(answer.text("detail")).contains(character).doesNotContain("测");
    }

    /** Guangdong asks for the kind of certificate, and its code for this one is not known; Sichuan does not ask. */
    @Test
    void aResidencePermitOfTaiwanNeverGoesOutAsAnIdentityCard() {
        int n = People.next();
        String number = People.withCheck("83000019850101" + String.format("%03d", n % 900));
        long before = sandbox.persons("44");

        assertThat(outcome(sandbox.delivery(), n, "44", number, "测试员")).isEqualTo("REFUSED");
        assertThat(sandbox.persons("44")).isEqualTo(before);
        assertThat(outcome(sandbox.delivery(), n, "51", number, "测试员")).isEqualTo("ENROLLED");
    }

    private String outcome(ByHand partner, int n, String province, String name) {
        return outcome(partner, n, province, People.citizenNumber(n), name);
    }

    private String outcome(ByHand partner, int n, String province, String number, String name) {
        return settled(
                partner,
                sandbox.accepted(partner.post("/v1/workers", People.registration(n, province, number, name)), 201),
                province);
    }

    private String settled(ByHand partner, JsonNode worker, String province) {
        JsonNode read = sandbox.await(
                partner,
                "/v1/workers/" + worker.get("id").asText(),
                each -> !state(each, province).equals("PENDING"));
        return state(read, province);
    }

    private static String state(JsonNode worker, String province) {
        for (JsonNode enrolment : worker.get("enrolments")) {
            if (enrolment.get("province").asText().equals(province)) {
                return enrolment.get("state").asText();
            }
        }
        return "";
    }
}
