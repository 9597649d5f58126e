package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What insurance would cost, by rules that are cited, and the same again for ever. */
@OverEachTransport
class QuotesTest {
    /** A rider from Yueyang who works in Guangzhou. */
    static final String RIDER = "{\"household\":\"430602\",\"workPlace\":\"440106\",\"place\":\"WORK_PLACE\","
            + "\"birthMonth\":\"1996-04\",\"sex\":\"MALE\",\"relation\":\"FLEXIBLE\","
            + "\"insurances\":[\"AAE140:110\"],\"period\":\"MONTHLY\",\"monthlyIncomeFen\":600000,\"paidMonths\":26}";

    private static final String AT = "?asOf=2026-11-28&knownAt=2026-11-28";

    private final TestSandbox sandbox;

    QuotesTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void showsARiderEachGradeWithWhatRemainsAndWhoSaysSo() {
        JsonNode quote = sandbox.accepted(quote(AT, RIDER), 200);

        assertThat(quote.get("options").findValuesAsText("grade")).containsExactly("60", "80", "100", "200", "300");
        JsonNode floor = quote.at("/options/0");
        assertThat(floor.get("baseFen").asLong()).isEqualTo(551_000);
        assertThat(floor.get("personFen").asLong()).isEqualTo(110_200);
        assertThat(floor.get("remainsFen").asLong()).isEqualTo(489_800);
        assertThat(floor.at("/lines/0/rule").asText()).isEqualTo("00-pension-flexible-rate");
        assertThat(floor.at("/lines/0/source").asText()).contains("20 percent");
        assertThat(floor.at("/lines/0/provisional").asBoolean()).isTrue();
        assertThat(quote.at("/retirement/statutory").asText()).isEqualTo("2059-04");
        assertThat(quote.at("/retirement/missingYears").asText()).isEqualTo("17.9");
        assertThat(quote.get("rules").findValuesAsText("id")).contains("44-floor-guangzhou-2025");
    }

    @Test
    void womenWhoAreStaffRetireLaterThanWorkers() {
        String worker = RIDER.replace("\"MALE\"", "\"FEMALE\"")
                .replace("FLEXIBLE", "EMPLOYEE")
                .replace("\"period\"", "\"baseFen\":600000,\"period\"");
        String staff = worker.replace("\"period\"", "\"position\":\"STAFF\",\"period\"");

        // Born in April 1996: 50 and 60 months later, or 55 and 36 months later.
        assertThat(sandbox.accepted(quote(AT, worker), 200)
                        .at("/retirement/statutory")
                        .asText())
                .isEqualTo("2051-04");
        assertThat(sandbox.accepted(quote(AT, staff), 200)
                        .at("/retirement/statutory")
                        .asText())
                .isEqualTo("2054-04");
    }

    @Test
    void theSameDaysHaveTheSameAnswerToTheByte() {
        Answer first = sandbox.wire().send(quote(AT, RIDER));
        Answer second = sandbox.wire().send(quote(AT, RIDER));

        assertThat(second.json().toString()).isEqualTo(first.json().toString());
        assertThat(second.text("rulesDigest")).matches("[0-9a-f]{64}");
    }

    @Test
    void isAReadThatTakesNoIdempotencyKeyAndCountsFromToday() {
        JsonNode quote = sandbox.accepted(quote("", RIDER), 200);

        assertThat(quote.get("asOf")).isEqualTo(quote.get("knownAt"));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "province-unknown         | /workPlace        | ~\"440106\"~       | ~\"990106\"~",
                "insurance-not-applicable | /insurances/0     | AAE140:110         | AAE140:390",
                "rule-unknown             | /insurances/0     | AAE140:110         | AAE140:310",
                "field-invalid            | /insurances/1     | ~[\"AAE140:110\"]~  | ~[\"AAE140:110\",\"AAE140:110\"]~",
                "grade-unknown            | /grade            | ~\"period\"~       | ~\"grade\":\"61\",\"period\"~",
                "base-outside-limits      | /baseFen          | ~\"period\"~       | ~\"baseFen\":100,\"period\"~",
                "grade-and-base           | /baseFen          | ~\"period\"~       | ~\"grade\":\"60\",\"baseFen\":551000,\"period\"~",
                "base-needed              | /baseFen          | FLEXIBLE           | EMPLOYEE",
                "income-implausible       | /monthlyIncomeFen | 600000             | -1",
                "income-implausible       | /monthlyIncomeFen | 600000             | 9007199254740991",
                "birth-month-implausible  | /birthMonth       | 1996-04            | 2999-04",
                "position-not-applicable  | /position         | ~\"period\"~       | ~\"position\":\"STAFF\",\"period\"~",
                "retirement-age-reached   | /birthMonth       | 1996-04            | 1960-04",
                "retires-within-period    | /period           | ~1996-04\",\"sex\":\"MALE\",\"relation\":\"FLEXIBLE\",\"insurances\":[\"AAE140:110\"],\"period\":\"MONTHLY~ | ~1966-09\",\"sex\":\"MALE\",\"relation\":\"FLEXIBLE\",\"insurances\":[\"AAE140:110\"],\"period\":\"YEARLY~",
            })
    void refusesWithTheField(String code, String pointer, String right, String wrong) {
        String body = RIDER.replace(right, wrong);
        assertThat(body).isNotEqualTo(RIDER);

        Answer refused = sandbox.assertRefused(quote(AT, body), code);

        assertThat(refused.text("pointer")).isEqualTo(pointer);
    }

    @Test
    void residentsPayByTheYear() {
        String resident = RIDER.replace("FLEXIBLE", "RESIDENT").replace("AAE140:110", "AAE140:390");

        Answer refused = sandbox.assertRefused(quote(AT, resident), "period-not-offered");
        assertThat(refused.text("pointer")).isEqualTo("/period");
        JsonNode year = sandbox.accepted(quote(AT, resident.replace("MONTHLY", "YEARLY")), 200);
        assertThat(year.at("/options/0/personFen").asLong()).isEqualTo(40_000);
        assertThat(year.at("/options/0/subsidyFen").asLong()).isEqualTo(70_000);
    }

    @Test
    void refusesDaysThatNoCalendarHasThatLieBeforeTheRulesOrInTheFuture() {
        sandbox.assertRefused(quote("?asOf=2027-02-29", RIDER), "date-invalid");
        sandbox.assertRefused(quote("?asOf=2999-01-01", RIDER), "date-invalid");
        sandbox.assertRefused(quote("?asOf=2010-01-01", RIDER), "date-before-rules");
        sandbox.assertRefused(quote("?knownAt=2999-01-01", RIDER), "knowledge-in-future");
        sandbox.accepted(quote("?asOf=2028-02-29", RIDER), 200);
    }

    private Call quote(String query, String body) {
        return sandbox.delivery().signed(sandbox.delivery().unsigned("POST", "/v1/quotes" + query, body));
    }
}
