package io.tongban.sdk.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.policy.PolicyMark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardTablesTest {
    private static Stream<String[]> rows() {
        return Stream.of("items.tsv", "codes.tsv").flatMap(table -> CardTables.rows(table).stream());
    }

    @Test
    void everyValueSaysWhoSaysSoAndHowFarItMayBeTrusted() {
        assertThat(rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row).hasSize(6);
            assertThat(PolicyMark.valueOf(row[3].toUpperCase(Locale.ROOT).replace('-', '_')))
                    .isNotNull();
            assertThat(row[4]).isNotBlank();
            assertThat(LocalDate.parse(row[5])).isAfter(LocalDate.of(2026, 1, 1));
        });
    }

    @Test
    void everyItemHasAPlaceOfItsOwn() {
        assertThat(CardItem.values())
                .allSatisfy(item -> assertThat(item.place().file()).matches("SSSEEF0[56]"));
        assertThat(Arrays.stream(CardItem.values()).map(CardItem::place)).doesNotHaveDuplicates();
    }

    @Test
    void everySlotHasACodeOfItsOwn() {
        assertThat(Arrays.stream(CardSlot.values()).map(CardSlot::code)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void noReturnCodeIsThereTwiceAndEachMeansSomethingThatIsKnown() {
        List<String[]> returns = CardTables.rows("codes.tsv").stream()
                .filter(row -> row[0].equals("return"))
                .toList();
        Set<String> meanings = new TreeSet<>(returns.stream().map(row -> row[2]).toList());

        assertThat(returns.stream().map(row -> row[1])).doesNotHaveDuplicates();
        assertThat(meanings)
                .containsExactly(
                        "card-blocked",
                        "card-not-genuine",
                        "card-removed",
                        "no-card",
                        "pin-blocked",
                        "pin-not-entered",
                        "pin-wrong",
                        "reader-gone",
                        "unreadable");
    }
}
