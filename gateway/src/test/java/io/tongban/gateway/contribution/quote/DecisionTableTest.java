package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.Relation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A quote says to the fen what the same table says in an engine of other make. */
class DecisionTableTest {
    static final List<String> DIVISIONS = DecisionTable.DIVISIONS;
    private static final DecisionTable TABLE = DecisionTable.open();

    @ParameterizedTest
    @FieldSource("DIVISIONS")
    void saysWhatTheQuoteSays(String division) {
        List<DecisionTable.Grade> quoted = QuoteCalculation.of(
                        Shipped.book(),
                        Shipped.question(division, Relation.FLEXIBLE, "AAE140:110")
                                .build())
                .options()
                .stream()
                .map(option -> new DecisionTable.Grade(String.valueOf(option.grade()), option.personFen()))
                .toList();

        assertThat(quoted).hasSize(5).isEqualTo(TABLE.grades(division));
    }
}
