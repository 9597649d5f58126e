package io.tongban.gateway.trust.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.gateway.platform.config.ClockConfig;
import io.tongban.gateway.trust.risk.RiskCounter.Count;
import io.tongban.province.dated.DataFileException;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskRulesTest {
    static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 28, 12, 0, 0, 0, ClockConfig.ZONE);

    private static final RiskRules RULES = RiskRuleReader.read("rules.yaml", """
            rules:
              - {id: big, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "500000", verdict: HOLD}
              - {id: huge, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "900000", verdict: REFUSE}
              - {id: at-night, valid-from: 2026-01-01, operations: [payAtCounter], from: "08:00", to: "20:00", verdict: HOLD}
              - {id: old, valid-from: 2025-01-01, valid-to: 2025-12-31, operations: [payAtCounter], most-fen: "1", verdict: REFUSE}
              - {id: fast, valid-from: 2026-01-01, operations: [payAtCounter], of: OPERATOR, in: HOUR, most: "2", verdict: REFUSE}
              - {id: much, valid-from: 2026-01-01, operations: [payAtCounter], of: POINT, in: DAY, most-fen: "1000000", verdict: HOLD}
              - {id: tried, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "100", verdict: REFUSE, shadow: "true"}
            """);

    static RiskFacts facts(String operator, long fen, ZonedDateTime at) {
        return new RiskFacts("payAtCounter", "bank", "r-1", operator, "c1", "wkr_1", "mdt_1", fen, at);
    }

    private static RiskDecision decide(RiskFacts facts, long number, long fen) {
        Map<RiskCounter, Count> counts = new HashMap<>();
        RULES.counters(facts).forEach(counter -> counts.put(counter, new Count(number, fen)));
        return RULES.decide(facts, counts);
    }

    @ParameterizedTest
    @CsvSource({
        "500000, 12, 1, 1000000, ALLOW,  ''",
        "500001, 12, 1, 1000000, HOLD,   big",
        "900001, 12, 1, 1000000, REFUSE, huge",
        "100000,  8, 1, 1000000, ALLOW,  ''",
        "100000, 20, 1, 1000000, HOLD,   at-night",
        "100000,  7, 1, 1000000, HOLD,   at-night",
        "100000, 12, 2, 1000000, ALLOW,  ''",
        "100000, 12, 3, 1000000, REFUSE, fast",
        "100000, 12, 2, 1000001, HOLD,   much",
        "500001, 12, 3, 1000001, REFUSE, fast",
    })
    void theStrictestRuleThatStrikesDecides(
            long amount, int hour, long number, long fen, RiskVerdict verdict, String rule) {
        RiskDecision decision = decide(facts("T1", amount, NOON.withHour(hour)), number, fen);

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.shadows()).as("a shadow says what it would say").containsExactly("tried");
    }

    @ParameterizedTest
    @CsvSource({
        "  1000, 12, c1, ALLOW,  '',   ''",
        "  1001, 12, c1, ALLOW,  '',   two",
        "  1001, 21, c1, ALLOW,  '',   two",
        "  1000, 21, c1, ALLOW,  '',   two-at-night",
        "     1, 12, c2, ALLOW,  '',   two-there",
        "500001, 12, c1, HOLD,   big,  two",
        "900001, 12, c1, REFUSE, huge, two",
    })
    void aSecondPersonIsAskedForWhateverElseIsSaid(
            long amount, int hour, String point, RiskVerdict verdict, String rule, String secondPerson) {
        RiskRules rules = RiskRuleReader.read("rules.yaml", """
                rules:
                  - {id: big, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "500000", verdict: HOLD}
                  - {id: huge, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "900000", verdict: REFUSE}
                  - {id: two, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "1000", verdict: SECOND_PERSON, source: x, mark: ASSUMED}
                  - {id: two-at-night, valid-from: 2026-01-01, operations: [payAtCounter], from: "08:00", to: "20:00", verdict: SECOND_PERSON, source: x, mark: ASSUMED}
                  - {id: two-there, valid-from: 2026-01-01, operations: [payAtCounter], most-fen: "0", points: [bank/c2], verdict: SECOND_PERSON, source: x, mark: ASSUMED}
                """);
        RiskFacts facts = new RiskFacts(
                "payAtCounter", "bank", "r-1", "T1", point, "wkr_1", "mdt_1", amount, NOON.withHour(hour));

        assertThat(rules.decide(facts, Map.of())).isEqualTo(new RiskDecision(verdict, rule, secondPerson, List.of()));
    }

    @Test
    void anotherOperationIsNotAsked() {
        RiskFacts other = new RiskFacts("look", "bank", "r-1", "T1", "c1", "wkr_1", "mdt_1", 999_999_999, NOON);
        assertThat(RULES.counters(other)).isEmpty();
        assertThat(RULES.decide(other, Map.of()).verdict()).isEqualTo(RiskVerdict.ALLOW);
    }

    @Test
    void anOperatorIsCountedByHourAndAPointByDay() {
        assertThat(RULES.counters(facts("T1", 1, NOON)))
                .isEqualTo(RULES.counters(facts("T1", 2, NOON.plusMinutes(59))));
        assertThat(keys(NOON.plusHours(1)))
                .hasSize(2)
                .doesNotContainSequence(keys(NOON))
                .containsAnyElementsOf(keys(NOON));
        assertThat(keys(NOON.plusDays(1))).doesNotContainAnyElementsOf(keys(NOON));
    }

    private static List<String> keys(ZonedDateTime at) {
        return RULES.counters(facts("T1", 1, at)).stream()
                .map(RiskCounter::key)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'verdict: HOLD', measures nothing",
        "'most: \"1\", of: OPERATOR, in: YEAR, verdict: HOLD', is not known",
        "'most-fen: \"1\", verdict: ALLOW', needs no rule",
        "'most-fen: \"-1\", verdict: HOLD', whole number",
        "'most-fen: \"1\", verdict: HOLD, else: x', else",
        "'from: \"20:00\", to: \"08:00\", verdict: HOLD', not after from",
        "'from: \"08:00\", to: \"08:00\", verdict: HOLD', not after from",
        "'from: \"08:00\", to: \"20:00\", most-fen: \"1\", verdict: HOLD', two things",
        "'from: \"08:00\", to: \"20:00\", most: \"1\", of: OPERATOR, in: DAY, verdict: HOLD', two things",
        "'most-fen: \"1\", valid-to: 2025-12-31, verdict: HOLD', before valid-from",
        "'most-fen: \"1\", verdict: SECOND_PERSON', write source and mark",
        "'most-fen: \"1\", verdict: SECOND_PERSON, source: x', mark",
        "'most-fen: \"1\", verdict: SECOND_PERSON, source: x, mark: GUESSED', is not known",
        "'most-fen: \"1\", verdict: HOLD, mark: ASSUMED', mark",
        "'most-fen: \"1\", verdict: HOLD, points: [c1]', is no point",
    })
    void aRuleThatSaysNothingSoundStopsTheStart(String rule, String why) {
        refused("operations: [payAtCounter], " + rule, why);
    }

    @ParameterizedTest
    @CsvSource({
        "'[]', at least one",
        "'[readWorker]', no operation that asks",
        "'[payAtCounter, payout]', no operation that asks"
    })
    void aRuleForWhatIsNeverAskedStopsTheStart(String operations, String why) {
        refused("most-fen: \"1\", verdict: HOLD, operations: " + operations, why);
    }

    private static void refused(String rule, String why) {
        assertThatThrownBy(() -> RiskRuleReader.read(
                        "rules.yaml", "rules:\n  - {id: x-1, valid-from: 2026-01-01, " + rule + "}\n"))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("rules.yaml")
                .hasMessageContaining(why);
    }
}
