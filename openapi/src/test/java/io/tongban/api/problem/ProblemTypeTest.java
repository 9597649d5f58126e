package io.tongban.api.problem;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {
    /** What a worker's money has been deducted or paid for when it is sent. */
    private static final List<String> MOVES_MONEY =
            List.of("withhold", "reportPayouts", "payAtCounter", "cancelCounterPayment");

    @ParameterizedTest
    @EnumSource
    void eachTypeHasACodeAStatusAndTextsInBothLanguages(ProblemType type) {
        assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.title()).isNotBlank();
        assertThat(type.titleZh())
                .isNotBlank()
                .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
        assertThat(type.advice()).endsWith(".");
        assertThat(type.adviceZh()).endsWith("。");
        assertThat(ProblemType.byCode(type.code())).contains(type);
    }

    @Test
    void theTableHasNoLineWithoutAType() {
        assertThat(ProblemRow.all().keySet())
                .isEqualTo(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .collect(toSet()));
    }

    @Test
    void theTextsHaveNoLineWithoutAType() {
        assertThat(ProblemTexts.codesWithAdvice()).isEqualTo(ProblemRow.all().keySet());
    }

    @Test
    void everyCodeThatMoneyCanMeetSaysWhatBecomesOfIt() throws IOException {
        Set<String> codes = new TreeSet<>();
        JsonNode contract = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
        for (String operation : MOVES_MONEY) {
            assertThat(codes.addAll(codes(contract, operation))).as(operation).isTrue();
        }
        Arrays.stream(ProblemType.values())
                .filter(type -> type.source() == ProblemSource.PROVINCE)
                .forEach(type -> codes.add(type.code()));

        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(ProblemTexts.codesWithMoney()).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static Set<String> codes(JsonNode contract, String operation) {
        Set<String> codes = new TreeSet<>();
        for (JsonNode path : contract.get("paths")) {
            for (JsonNode call : path) {
                if (call.path("operationId").asText().equals(operation)) {
                    for (JsonNode answer : call.get("responses")) {
                        JsonNode response = answer.has("$ref")
                                ? contract.at(answer.get("$ref").asText().substring(1))
                                : answer;
                        response.at("/content/application~1problem+json/examples")
                                .fieldNames()
                                .forEachRemaining(codes::add);
                    }
                }
            }
        }
        return codes;
    }

    @Test
    void theSecondPlatformOfAMonthIsToldToGiveTheMoneyBack() {
        assertThat(ProblemType.PERIOD_ALREADY_WITHHELD.money())
                .hasValueSatisfying(
                        money -> assertThat(money).contains("give the worker back, in full, what you deducted"));
        assertThat(ProblemType.PERIOD_ALREADY_WITHHELD.advice()).contains("goes back to the worker");
    }

    @Test
    void anUnknownCodeIsNoType() {
        assertThat(ProblemType.byCode("no-such-code")).isEmpty();
    }
}
