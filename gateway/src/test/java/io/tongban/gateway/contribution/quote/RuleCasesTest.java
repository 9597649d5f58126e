package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code cases.tsv}, each computed from the shipped policies. */
class RuleCasesTest {
    static List<List<String>> cases() {
        return RuleCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAsTheSourcesSay(List<String> row) {
        new RuleCase(Shipped.book()).check(row);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(cases()).hasSizeGreaterThan(200);
    }
}
