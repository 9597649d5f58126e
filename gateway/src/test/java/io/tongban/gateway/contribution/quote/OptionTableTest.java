package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.PolicyBook;
import io.tongban.gateway.contribution.policy.Relation;
import io.tongban.gateway.contribution.policy.ShippedPolicies;
import io.tongban.gateway.contribution.quote.QuoteCalculation.Quoted;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is computed once for a book says what is computed anew. */
class OptionTableTest {
    private static final PolicyBook BOOK = Shipped.book();
    private static final List<String> DIVISIONS = List.of("440103", "441900", "310100", "110101", "430602", "650100");
    private static final int[] PERIODS = {1, 3, 6, 12};

    @Property(tries = 500)
    void aTableThatWasKeptIsTheOneThatIsComputed(@ForAll long seed) {
        Question asked = question(new Random(seed));

        Quoted first = QuoteCalculation.of(BOOK, asked);
        Quoted again = QuoteCalculation.of(BOOK, asked);

        assertThat(again).isEqualTo(first);
        assertThat(QuoteCalculation.of(ShippedPolicies.of(BOOK.entries()), asked))
                .isEqualTo(first);
    }

    @Test
    void peopleOfOnePlaceShareATableAndABaseOfOnesOwnHasNone() {
        Question rider =
                Shipped.question("440103", Relation.FLEXIBLE, "AAE140:110").build();
        Question other = Shipped.question("440103", Relation.FLEXIBLE, "AAE140:110")
                .born("1980-02", "FEMALE")
                .build();
        Question based = Shipped.question("440103", Relation.FLEXIBLE, "AAE140:110")
                .base(600_000)
                .build();

        assertThat(OptionTable.of(BOOK, other)).isSameAs(OptionTable.of(BOOK, rider));
        assertThat(OptionTable.of(BOOK, based))
                .isNotSameAs(OptionTable.of(BOOK, based))
                .isEqualTo(OptionTable.of(BOOK, based));
        assertThat(OptionTable.of(ShippedPolicies.of(BOOK.entries()), rider))
                .as("a new book begins anew")
                .isNotSameAs(OptionTable.of(BOOK, rider));
    }

    private static Question question(Random random) {
        Shipped.Asking asking = Shipped.question(
                        DIVISIONS.get(random.nextInt(DIVISIONS.size())), Relation.FLEXIBLE, "AAE140:110")
                .born("%d-%02d".formatted(1975 + random.nextInt(30), 1 + random.nextInt(12)), "MALE")
                .months(PERIODS[random.nextInt(PERIODS.length)]);
        return random.nextBoolean() ? asking.build() : asking.income(500_000).build();
    }
}
