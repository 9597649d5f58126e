package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The file of keys that ships for other languages, read by the code that gateway and SDK read keys with. */
class PublicJwkTest {

    private static final JsonNode KEYS = TestKeys.read("/signature/public-keys.json");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void takes(String name, Map<String, Object> json) {
        JWK key = PublicJwk.parse(json);

        assertThatCode(() -> PublicJwk.requireBare(json)).doesNotThrowAnyException();
        assertThat(key.getKeyID()).isEqualTo(json.get("kid"));
        assertThat(Verifier.of(key).validity().covers(Instant.parse("2026-11-02T01:00:00Z")))
                .isTrue();
    }

    static Stream<Arguments> takes() {
        return entries("accepted").map(PublicJwkTest::arguments);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String name, Map<String, Object> json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicJwk.parse(json))
                .satisfies(refused -> json.values().stream()
                        .filter(value -> String.valueOf(value).length() > 20)
                        .forEach(value -> assertThat(refused.getMessage()).doesNotContain(String.valueOf(value))));
    }

    static Stream<Arguments> refuses() {
        return entries("refused").filter(entry -> !entry.has("only")).map(PublicJwkTest::arguments);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void leavesToTheRegisterWhatAReaderOfPublishedKeysMustBear(String name, Map<String, Object> json) {
        assertThatCode(() -> PublicJwk.parse(json)).doesNotThrowAnyException();
    }

    static Stream<Arguments> leavesToTheRegisterWhatAReaderOfPublishedKeysMustBear() {
        return entries("refused").filter(entry -> entry.has("only")).map(PublicJwkTest::arguments);
    }

    @Test
    void aKeyVerifiesOnlyWithinItsTimes() {
        Instant begin = Instant.parse("2026-11-01T00:00:00Z");
        KeyValidity validity =
                new KeyValidity(java.util.Optional.of(begin), java.util.Optional.of(begin.plusSeconds(60)));

        assertThat(validity.covers(begin.minusMillis(1))).isFalse();
        assertThat(validity.covers(begin)).isTrue();
        assertThat(validity.covers(begin.plusSeconds(60))).isFalse();
        assertThat(validity.coversSecond(Long.MAX_VALUE)).isFalse();
        assertThat(validity.coversSecond(begin.getEpochSecond())).isTrue();
    }

    private static Stream<JsonNode> entries(String part) {
        return StreamSupport.stream(KEYS.get(part).spliterator(), false);
    }

    private static Arguments arguments(JsonNode entry) {
        return Arguments.of(
                entry.get("name").asText(),
                new ObjectMapper().convertValue(entry.get("jwk"), new TypeReference<Map<String, Object>>() {}));
    }
}
