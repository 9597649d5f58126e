package io.tongban.sdk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sdk.card.CardFault.CardUnreadable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextTest {
    private static final CardBasicData CARD = SimulatedCard.madeUp().data();
    private static final int NUMBER = 1;
    private static final int VALID_TO = 8;

    @Test
    void readsWhatADriverTells() {
        CardBasicData read = CardText.basicData(
                "440100|" + CARD.socialSecurityNumber() + "|X00000001|440100D1560000050000000000000001|测试员"
                        + "|0081544C|3.00    |20251122|20351122|000000000001|SIMULATED-1|\0\0");

        assertThat(read.issuingRegion()).isEqualTo("440100");
        assertThat(read.cardNumber()).isEqualTo("X00000001");
        assertThat(read.name()).isEqualTo("测试员");
        assertThat(read.version()).isEqualTo("3.00");
        assertThat(read.generation()).isEqualTo(3);
        assertThat(read.issuedOn()).isEqualTo("2025-11-22");
        assertThat(read.validTo()).isEqualTo("2035-11-22");
        assertThat(read.terminalDevice()).isEqualTo("SIMULATED-1");
    }

    @Property
    void readsEveryCardAsItIsWritten(@ForAll("cards") CardBasicData card) {
        assertThat(CardText.basicData(CardLines.of(card))).isEqualTo(card);
    }

    @Property
    void refusesOrReadsWhateverStandsInAFieldAndRepeatsNothingOfIt(
            @ForAll @IntRange(max = 10) int place, @ForAll("fields") String value) {
        try {
            assertThat(CardText.basicData(CardLines.with(CARD, place, value))).isNotNull();
        } catch (CardReaderException refused) {
            assertThat(refused.fault()).isInstanceOf(CardUnreadable.class);
            assertThat(value.length() < 6 || !refused.toString().contains(value))
                    .isTrue();
            assertThat(refused.toString())
                    .doesNotContain(CARD.socialSecurityNumber(), CARD.name(), CARD.cardIdentifier());
            assertThat(refused).hasNoCause();
        }
    }

    @Property
    void refusesLinesOfAnyKind(@ForAll String line) {
        assertThatThrownBy(() -> CardText.basicData(line)).isInstanceOf(CardReaderException.class);
    }

    @Property
    void noOtherCheckCharacterPasses(@ForAll @IntRange(max = 999) int number, @ForAll @IntRange(max = 10) int check) {
        CardBasicData card = SimulatedCard.builder(number).data();
        String changed = card.socialSecurityNumber().substring(0, 17) + "0123456789X".charAt(check);
        String line = CardLines.with(card, NUMBER, changed);
        if (changed.equals(card.socialSecurityNumber())) {
            assertThat(CardText.basicData(line).citizenNumber()).contains(changed);
        } else {
            assertThatThrownBy(() -> CardText.basicData(line)).isInstanceOf(CardReaderException.class);
        }
    }

    @Property
    void readsEveryDayOfTheCalendar(@ForAll("days") LocalDate day) {
        assertThat(CardText.basicData(CardLines.with(CARD, VALID_TO, CardText.day(day)))
                        .validTo())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20350229", "20351301", "2035112", "203511220", "2035-11-22", "FFFFFFF", "0000000A"})
    void refusesDaysThatAreInNoCalendar(String day) {
        assertThatThrownBy(() -> CardText.basicData(CardLines.with(CARD, VALID_TO, day)))
                .isInstanceOf(CardReaderException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000", "FFFFFFFF"})
    void aCardWithoutALastDayDoesNotExpire(String day) {
        CardBasicData card = CardText.basicData(CardLines.with(CARD, VALID_TO, day));

        assertThat(card.validTo()).isNull();
        assertThat(card.isExpired(LocalDate.of(2999, 1, 1))).isFalse();
    }

    @Test
    void refusesACardThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> CardText.basicData(CardLines.with(CARD, VALID_TO, "20200101")))
                .isInstanceOf(CardReaderException.class);
    }

    @ParameterizedTest
    @CsvSource({"2,X0000000012", "2,''", "3,440200D1560000050000000000000001", "6,300", "0,040100", "4,''", "9,ü"})
    void refusesWhatIsNotOfItsForm(int place, String value) {
        assertThatThrownBy(() -> CardText.basicData(CardLines.with(CARD, place, value)))
                .isInstanceOf(CardReaderException.class);
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertThatThrownBy(() -> CardText.basicData(CardLines.of(CARD) + " ".repeat(4_096)))
                .isInstanceOf(CardReaderException.class)
                .hasMessageContaining("4096");
    }

    @Test
    void aForeignersNumberIsNoCitizenNumber() {
        for (String number : List.of("911050195112310029", "USA1123456789012A5")) {
            assertThat(CardText.basicData(CardLines.with(CARD, NUMBER, number)).citizenNumber())
                    .isEmpty();
        }
    }

    @Test
    void asksForItemsFileByFile() {
        assertThat(CardText.fileAddress(List.of(
                        CardItem.NAME, CardItem.VALID_TO, CardItem.SOCIAL_SECURITY_NUMBER, CardItem.CARD_NUMBER)))
                .isEqualTo("SSSEEF05|06|07|$SSSEEF06|09|08|$");
    }

    @Test
    void readsTheItemsThatWereAskedFor() {
        List<CardItem> asked = List.of(CardItem.NAME, CardItem.CARD_NUMBER, CardItem.NAME_CONTINUED);

        assertThat(CardText.items(asked, "SSSEEF05|X00000001|$SSSEEF06|测试员 |\0|$"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(CardItem.NAME, "测试员", CardItem.CARD_NUMBER, "X00000001", CardItem.NAME_CONTINUED, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "SSSEEF05|X|", "SSSEEF06|X|$", "SSSEEF05|X|Y|$", "SSSEEF05|$", "SSSEEF05|X|$SSSEEF06|Y|$"})
    void refusesItemsThatWereNotAskedFor(String line) {
        assertThatThrownBy(() -> CardText.items(List.of(CardItem.CARD_NUMBER), line))
                .isInstanceOf(CardReaderException.class);
    }

    @Property
    void refusesOrReadsAnswersOfAnyKind(@ForAll String line) {
        assertThatThrownBy(() -> CardText.items(List.of(CardItem.CARD_NUMBER, CardItem.NAME), line))
                .isInstanceOf(CardReaderException.class);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2026, 1, 1), LocalDate.of(9999, 12, 31));
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.oneOf(
                Arbitraries.strings().excludeChars('|').ofMaxLength(60),
                Arbitraries.strings().withChars("0123456789ABCDEFX.").ofMaxLength(40));
    }

    @Provide
    Arbitrary<CardBasicData> cards() {
        Arbitrary<String> capitals = Arbitraries.strings()
                .withChars("0123456789ABCDEFGHJKLMNPQRTUWXY")
                .ofMinLength(1)
                .ofMaxLength(9);
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("王小明𠮷䶮·李 A")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(name -> "名" + name.strip());
        Arbitrary<LocalDate> issued = Dates.dates().between(LocalDate.of(2005, 1, 1), LocalDate.of(2026, 12, 31));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 999),
                        capitals,
                        names,
                        issued.injectNull(0.1),
                        Arbitraries.integers().between(0, 4000),
                        Arbitraries.strings().withChars("0123456789ABCDEF").ofLength(26),
                        Arbitraries.of("1.00", "2.00", "2.01", "3.00"))
                .as((number, cardNumber, name, issuedOn, days, bits, version) -> {
                    CardBasicData card = SimulatedCard.builder(number).data();
                    return new CardBasicData(
                            card.issuingRegion(),
                            card.socialSecurityNumber(),
                            cardNumber,
                            card.issuingRegion() + bits,
                            name,
                            bits.toUpperCase(Locale.ROOT),
                            version,
                            issuedOn,
                            issuedOn == null ? null : issuedOn.plusDays(days),
                            "",
                            "device " + number);
                });
    }
}
