package io.tongban.gateway.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.platform.config.JsonConfig;
import io.tongban.gateway.platform.pii.PersonalNumbers;
import io.tongban.gateway.platform.problem.ProblemException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    private final StrictJson json =
            new StrictJson(JsonConfig.mapper(), new FreeText(new PersonalNumbers(Clock.tickMillis(ClockConfig.ZONE))));

    enum Colour {
        RED
    }

    record Inner(@Nullable String name) {}

    record Body(
            @Nullable String name,
            @Nullable Long amountFen,
            @Nullable Boolean open,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Nullable YearMonth period,
            @Nullable URI url,
            @Nullable List<String> kinds,
            @Nullable Inner inner,
            @Nullable Map<String, Object> jwks) {}

    private Body read(String text) {
        return (Body) json.read(text.getBytes(UTF_8), json.type(Body.class));
    }

    private String refusal(byte[] body) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> json.read(body, json.type(Body.class)));
        assertThat(refused).as("refused").isNotNull();
        return refused.type().code()
                + refused.pointer().map(pointer -> " " + pointer).orElse("");
    }

    @Test
    void readsWhatTheContractWrites() {
        Body body = read("""
                {"name": "𠮷田", "amountFen": 110200, "open": true, "colour": "RED", "at": "2026-11-23T12:00:00+08:00",
                 "period": "2026-11", "url": "https://partner.example/x", "kinds": ["a"], "inner": {"name": "x"},
                 "jwks": {"keys": [1.5]}}
                """);
        assertThat(body.name()).isEqualTo("𠮷田");
        assertThat(body.at()).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
        assertThat(body.period()).isEqualTo(YearMonth.of(2026, 11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                   | body-not-json",
                "[]                                   | body-not-json",
                "null                                 | body-not-json",
                "\"text\"                             | body-not-json",
                "{} {}                                | body-not-json",
                "{\"name\":\"a\",\"name\":\"b\"}      | body-not-json",
                "{\"inner\":{\"name\":\"a\",\"name\":\"a\"}} | body-not-json",
                "{'name':'a'}                         | body-not-json",
                "{\"name\":\"a\",}                    | body-not-json",
                "{\"name\":NaN}                       | body-not-json",
                "{\"name\":\"a\"                      | body-not-json",
                "{/**/}                               | body-not-json",
                "{\"nickname\":\"a\"}                 | field-unknown /nickname",
                "{\"inner\":{\"a/b\":1}}              | field-unknown /inner/a~1b",
                "{\"name\":5}                         | field-type /name",
                "{\"name\":true}                      | field-type /name",
                "{\"name\":{}}                        | field-type /name",
                "{\"name\":[]}                        | field-type /name",
                "{\"amountFen\":\"5\"}                | field-type /amountFen",
                "{\"amountFen\":\"\"}                 | field-type /amountFen",
                "{\"amountFen\":1.5}                  | field-type /amountFen",
                "{\"amountFen\":1.0}                  | field-type /amountFen",
                "{\"amountFen\":true}                 | field-type /amountFen",
                "{\"amountFen\":99999999999999999999} | field-type /amountFen",
                "{\"open\":\"true\"}                  | field-type /open",
                "{\"open\":1}                         | field-type /open",
                "{\"colour\":\"BLUE\"}                | field-invalid /colour",
                "{\"colour\":\"\"}                    | field-invalid /colour",
                "{\"colour\":0}                       | field-type /colour",
                "{\"at\":1700000000}                  | field-type /at",
                "{\"at\":\"1700000000\"}              | field-invalid /at",
                "{\"at\":\"2026-11-23\"}              | field-invalid /at",
                "{\"period\":[2026,11]}               | field-type /period",
                "{\"period\":202611}                  | field-type /period",
                "{\"period\":\"2026-13\"}             | field-invalid /period",
                "{\"period\":\"+12026-11\"}           | field-invalid /period",
                "{\"url\":5}                          | field-type /url",
                "{\"url\":\"a b\"}                    | field-invalid /url",
                "{\"kinds\":\"a\"}                    | field-type /kinds",
                "{\"kinds\":[\"a\",5]}                | field-type /kinds/1",
                "{\"inner\":[]}                       | field-type /inner",
                "{\"inner\":\"\"}                     | field-type /inner",
                "{\"jwks\":[]}                        | field-type /jwks",
                "{\"name\":\"a\\u0000\"}              | field-invalid /name",
                "{\"name\":\"a\\n\"}                  | field-invalid /name",
                "{\"name\":\"\\ud842\"}               | field-invalid /name",
                "{\"jwks\":{\"keys\":[\"\\u0007\"]}}  | field-invalid /jwks/keys/0",
                "{\"colour\":\" RED\"}                | field-invalid /colour",
                "{\"colour\":\"RED \"}                | field-invalid /colour",
                "{\"colour\":\"red\"}                 | field-invalid /colour",
                "{\"at\":[]}                          | field-type /at",
                "{\"at\":1700000000.5}                | field-type /at",
                "{\"at\":\"2026-11-01T24:00:00Z\"}    | field-invalid /at",
                "{\"at\":\"2026-11-01T00:00Z\"}       | field-invalid /at",
                "{\"at\":\"2026-11-01t00:00:00z\"}    | field-invalid /at",
                "{\"at\":\"2026-02-30T00:00:00Z\"}    | field-invalid /at",
                "{\"at\":\"2026-11-01T00:00:00+08\"}  | field-invalid /at",
                "{\"at\":\" 2026-11-01T00:00:00Z\"}   | field-invalid /at",
                "{\"period\":[]}                      | field-type /period",
                "{\"period\":\" 2026-09\"}            | field-invalid /period",
                "{\"period\":\"0000-01\"}             | field-invalid /period",
                "{\"period\":\"-999-01\"}             | field-invalid /period",
                "{\"amountFen\":1e3}                  | field-type /amountFen",
                "{\"amountFen\":1e999999999}          | field-type /amountFen",
                "{\"name\":null}                      | field-type /name",
                "{\"period\":null}                    | field-type /period",
                "{\"kinds\":[\"a\",null]}             | field-type /kinds/1",
                "{\"kinds\":[\"a\",\"b\",\"a\"]}      | field-invalid /kinds/2",
                "{\"jwks\":{\"keys\":[{},{}]}}        | field-invalid /jwks/keys/1",
                "{\"jwks\":{\"x\":null}}              | field-type /jwks/x"
            })
    void refusesWithCodeAndPointer(String body, String refusal) {
        assertThat(refusal(body.getBytes(UTF_8))).isEqualTo(refusal);
    }

    @Test
    void boundsListsAndNames() {
        String hundred = "1" + IntStream.range(2, 101).mapToObj(i -> "," + i).reduce("", String::concat);

        assertThat(read("{\"jwks\":{\"a\":[" + hundred + "]}}").jwks()).containsKey("a");
        assertThat(refusal(("{\"jwks\":{\"a\":[" + hundred + ",101]}}").getBytes(UTF_8)))
                .isEqualTo("field-invalid /jwks/a");
        assertThat(refusal(("{\"" + "x".repeat(65) + "\":1}").getBytes(UTF_8))).isEqualTo("field-unknown ");
    }

    @Test
    void aBodysOwnListHasAsManyRowsAsTheLongestOfTheContractEachOnce() {
        String rows = IntStream.range(0, 4_999).mapToObj(i -> "\"" + i + "\",").collect(Collectors.joining());

        assertThat(refusal(("{\"kinds\":[" + rows + "\"17\"]}").getBytes(UTF_8)))
                .isEqualTo("field-invalid /kinds/4999");
        assertThat(refusal(("{\"kinds\":[" + rows + "\"x\",\"y\"]}").getBytes(UTF_8)))
                .isEqualTo("field-invalid /kinds");
    }

    @Test
    void cutsAndWritesInstantsInMilliseconds() throws Exception {
        assertThat(read("{\"at\":\"2026-11-23T12:00:00.123456789+08:00\"}").at())
                .isEqualTo(Instant.parse("2026-11-23T04:00:00.123Z"));
        assertThat(JsonConfig.mapper().writeValueAsString(Instant.parse("2026-11-23T04:00:00.123456789Z")))
                .isEqualTo("\"2026-11-23T04:00:00.123Z\"");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(refusal(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}))
                .isEqualTo("body-not-json");
        assertThat(refusal("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .isEqualTo("body-not-json");
    }

    @Test
    void takesThirtyTwoLevelsAndNotOneMore() {
        assertThat(refusal(nested(32))).isEqualTo("field-unknown /a");
        assertThat(refusal(nested(33))).isEqualTo("body-too-deep");
        assertThat(refusal("[".repeat(500_000).getBytes(UTF_8))).isEqualTo("body-too-deep");
    }

    private static byte[] nested(int levels) {
        return ("{\"a\":".repeat(levels) + "1" + "}".repeat(levels)).getBytes(UTF_8);
    }

    @Test
    void neverQuotesTheBody() {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> read("{\"citizenNumber\":\"11010519491231002X\"}"));
        assertThat(refused.detail().orElse("")).doesNotContain("1101051949");
        assertThat(refused).hasMessage("field-unknown");
    }
}
