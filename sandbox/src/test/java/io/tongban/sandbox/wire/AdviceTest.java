package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which insurances fit, and why workers decline them. */
@ExtendWith(RunningSandbox.class)
class AdviceTest {
    /** A rider from Hunan in Guangzhou. */
    static final String RIDER = """
            {"household":"430602","workPlace":"440106","birthMonth":"1996-04","sex":"MALE","work":"PLATFORM",
             "monthlyIncomeFen":500000,"held":["AAE140:390"]}""";

    private static final String AT = "?asOf=2026-11-28&knownAt=2026-11-28";
    private static final YearMonth MONTH =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(2);

    private final TestSandbox sandbox;

    AdviceTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void advisesARiderTheEmployeesSchemeAndWarnsOfDuplicates() {
        JsonNode advice = sandbox.accepted(advise(AT, RIDER), 200);

        JsonNode pension = of(advice, "AAE140:110");
        assertThat(pension.get("verdict").asText()).isEqualTo("FITS");
        assertThat(pension.at("/reasons/0/code").asText()).isEqualTo("INCOME_IN_BAND");
        assertThat(pension.at("/reasons/0/rule").asText()).isEqualTo("00-advice-income-from");
        assertThat(pension.at("/reasons/0/text/zh").asText()).contains("4000至6000元");
        assertThat(pension.at("/reasons/0/text/en").asText()).contains("between 4000 and 6000 yuan");
        assertThat(pension.get("lowestFen").asLong()).isEqualTo(110_200);
        assertThat(of(advice, "AAE140:310").get("reasons").findValuesAsText("code"))
                .as("medical insurance of residents is held")
                .containsExactly("INCOME_IN_BAND", "HELD_COUNTERPART");
        assertThat(of(advice, "AAE140:170").get("verdict").asText()).isEqualTo("NOT_BESIDE");
        assertThat(of(advice, "AAE140:390").at("/reasons/0/code").asText()).isEqualTo("ALREADY_HELD");
        assertThat(of(advice, "AAE140:410").at("/reasons/0/code").asText()).isEqualTo("PLATFORM_PAYS");
        assertThat(sandbox.accepted(advise(AT, RIDER), 200)).isEqualTo(advice);
    }

    @Test
    void advisesOthersResidentsInsurance() {
        JsonNode other = sandbox.accepted(advise(AT, RIDER.replace("PLATFORM", "OTHER")), 200);
        assertThat(of(other, "AAE140:170").get("verdict").asText()).isEqualTo("FITS");
        assertThat(of(other, "AAE140:110").get("verdict").asText()).isEqualTo("POSSIBLE");

        JsonNode poor = sandbox.accepted(advise(AT, RIDER.replace("500000", "399999")), 200);
        assertThat(of(poor, "AAE140:170").at("/reasons/0/code").asText()).isEqualTo("INCOME_BELOW_BAND");
    }

    @Test
    void refusesWhatMakesNoSense() {
        sandbox.assertRefused(advise(AT, RIDER.replace("500000", "-1")), "income-implausible");
        sandbox.assertRefused(advise(AT, RIDER.replace("1996-04", "2027-04")), "birth-month-implausible");
        sandbox.assertRefused(advise(AT, RIDER.replace("440106", "990106")), "province-unknown");
        sandbox.assertRefused(advise("?asOf=2026-02-29", RIDER), "date-invalid");
        sandbox.assertRefused(advise("?asOf=2010-01-01", RIDER), "date-before-rules");
    }

    @Test
    void countsDeclinesOfAMonthThatIsOverFromTenOn() throws Exception {
        for (int i = 0; i < 12; i++) {
            sandbox.accepted(sandbox.delivery().post("/v1/declines", counted("NO_TRANSFER")), 201);
        }
        for (int i = 0; i < 9; i++) {
            sandbox.accepted(sandbox.delivery().post("/v1/declines", counted("COMPLICATED")), 201);
            sandbox.accepted(sandbox.ride().post("/v1/declines", counted("NO_TRANSFER")), 201);
        }
        longAgo();

        JsonNode own = sandbox.accepted(sandbox.delivery().get("/v1/declines/counts?month=" + MONTH), 200);
        assertThat(own.get("items").findValuesAsText("reason")).containsExactly("NO_TRANSFER");
        assertThat(own.at("/items/0/count").asLong()).isEqualTo(12);
        assertThat(sandbox.accepted(sandbox.ride().get("/v1/declines/counts?month=" + MONTH), 200)
                        .get("items"))
                .isEmpty();
        assertThat(sandbox.accepted(
                                () -> sandbox.agency().get("/v1/admin/declines/counts?month=" + MONTH + "&province=63"),
                                200)
                        .get("items"))
                .as("twelve of one and nine of another: by the sum the one would know the other's nine")
                .isEmpty();
        sandbox.assertRefused(
                sandbox.delivery().get("/v1/declines/counts?month=" + YearMonth.now(ZoneId.of("Asia/Shanghai"))),
                "month-not-over");
    }

    @Test
    void eachDeclineCountsOnceByItsReference() {
        String reference = "d-" + TestSandbox.key();
        sandbox.accepted(sandbox.delivery().post("/v1/declines", decline(reference, "COMPLICATED")), 201);

        sandbox.assertRefused(
                sandbox.delivery().post("/v1/declines", decline(reference, "COMPLICATED")), "reference-used");
        sandbox.assertRefused(
                sandbox.delivery().post("/v1/declines", decline("x-" + reference, "BECAUSE")), "field-invalid");
    }

    /** Nobody who tests can wait for a month to end. */
    private void longAgo() throws SQLException {
        try (Connection connection = sandbox.connection();
                PreparedStatement update = connection.prepareStatement(
                        "update decline set recorded_at = ?::timestamptz where province = '63'")) {
            update.setString(1, MONTH.atDay(10) + "T00:00:00+08:00");
            update.executeUpdate();
        }
    }

    /** In a province that no other test declines in. */
    private static String counted(String reason) {
        return decline("d-" + TestSandbox.key(), reason).replace("\"51\"", "\"63\"");
    }

    static String decline(String reference, String reason) {
        return "{\"partnerReference\":\"" + reference
                + "\",\"province\":\"51\",\"sector\":\"FOOD_DELIVERY\",\"reason\":\"" + reason + "\"}";
    }

    private Call advise(String query, String body) {
        return sandbox.delivery().signed(sandbox.delivery().unsigned("POST", "/v1/advice" + query, body));
    }

    private static JsonNode of(JsonNode advice, String insurance) {
        for (JsonNode item : advice.get("items")) {
            if (item.get("insurance").asText().equals(insurance)) {
                return item;
            }
        }
        throw new AssertionError("no advice on " + insurance);
    }
}
