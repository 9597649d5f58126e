package io.tongban.gateway.contribution.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.contribution.policy.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The parts of a payer come to what the sum of its rates makes of the base. */
class PartAmountsTest {
    @Property(tries = 10_000)
    void comeToTheSumThatIsRoundedOnceForEachPayer(
            @ForAll @LongRange(max = 100_000_000) long base,
            @ForAll @Size(5) List<@IntRange(max = 200_000) Integer> rates) {
        Map<Share, Long> millionths = new EnumMap<>(Share.class);
        for (Share share : Share.values()) {
            millionths.put(share, (long) rates.get(share.ordinal()));
        }

        Map<Share, Long> amounts = PartAmounts.of(base, millionths);

        for (boolean persons : List.of(true, false)) {
            assertThat(sum(amounts, persons)).isEqualTo((base * sum(millionths, persons) + 500_000) / 1_000_000);
        }
        amounts.forEach((share, fen) -> assertThat(Math.abs(fen * 1_000_000 - base * millionths.get(share)))
                .isLessThan(1_000_000));
    }

    @Example
    void twoHalvesOfAFenAreOneAndNotTwo() {
        assertThat(PartAmounts.of(25, Map.of(Share.PERSON_ACCOUNT, 20_000L, Share.PERSON_POOLED, 20_000L)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Share.PERSON_ACCOUNT, 1L, Share.PERSON_POOLED, 0L));
    }

    private static long sum(Map<Share, Long> parts, boolean persons) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().isPersons() == persons)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
