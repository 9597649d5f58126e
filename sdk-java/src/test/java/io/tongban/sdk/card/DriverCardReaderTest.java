package io.tongban.sdk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.sdk.card.CardFault.CardInvalid;
import io.tongban.sdk.card.CardFault.CardRemoved;
import io.tongban.sdk.card.CardFault.CardUnreadable;
import io.tongban.sdk.card.CardFault.NoCard;
import io.tongban.sdk.card.CardFault.PinBlocked;
import io.tongban.sdk.card.CardFault.PinNotEntered;
import io.tongban.sdk.card.CardFault.PinWrong;
import io.tongban.sdk.card.CardFault.ReaderGone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a driver says, and what becomes of it. */
class DriverCardReaderTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), ZoneOffset.UTC);
    private static final CardBasicData CARD = SimulatedCard.madeUp().data();

    private final ScriptedDriver driver = new ScriptedDriver();
    private final DriverCardReader reader =
            DriverCardReader.builder(driver).clock(CLOCK).build();

    @AfterEach
    void close() {
        reader.close();
    }

    private static CardFault fault(Runnable call) {
        CardReaderException thrown = catchThrowableOfType(CardReaderException.class, call::run);
        assertThat(thrown).isNotNull();
        return thrown.fault();
    }

    @Test
    void readsTheCardWhereItWasToldToLook() {
        try (DriverCardReader contactless = DriverCardReader.builder(driver)
                .clock(CLOCK)
                .slot(CardSlot.CONTACTLESS)
                .build()) {
            assertThat(contactless.readBasicData(LIMIT)).isEqualTo(CARD);
        }
        assertThat(driver.called).containsExactly("readCardBas 2", "close");
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of(-1, "", new CardUnreadable("return code -1")),
                Arguments.of(-2, "", new NoCard()),
                Arguments.of(-3, "", new CardRemoved()),
                Arguments.of(-4, "", new CardRemoved()),
                Arguments.of(-5, "", new ReaderGone()),
                Arguments.of(-11, "", new ReaderGone()),
                Arguments.of(-12, "", new ReaderGone()),
                Arguments.of(-20, "", new CardUnreadable("return code -20")),
                Arguments.of(-21, "", new CardInvalid(CardDefect.NOT_GENUINE)),
                Arguments.of(-22, "", new CardRemoved()),
                Arguments.of(-31, "", new PinNotEntered()),
                Arguments.of(-32, "", new PinNotEntered()),
                Arguments.of(-33, "", new PinNotEntered()),
                Arguments.of(-51, "PIN校验失败，剩余次数2次（根据卡返回信息）", new PinWrong(2)),
                Arguments.of(-51, "PIN校验失败，剩余次数F次", new PinWrong(15)),
                Arguments.of(-51, "PIN校验失败，剩余次数0次", new PinBlocked()),
                Arguments.of(-51, "PIN校验失败", new PinWrong(null)),
                Arguments.of(-52, "", new PinBlocked()),
                Arguments.of(-27_011, "", new PinBlocked()),
                Arguments.of(-27_013, "", new CardInvalid(CardDefect.BLOCKED)),
                Arguments.of(-27_265, "", new CardInvalid(CardDefect.BLOCKED)),
                Arguments.of(-37_635, "", new CardInvalid(CardDefect.BLOCKED)),
                Arguments.of(-2_201, "", new CardUnreadable("return code -2201")),
                Arguments.of(7, "测试员", new CardUnreadable("return code 7")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aReturnCodeIsOneFault(int code, String words, CardFault fault) {
        driver.other = new DriverAnswer(code, words);

        assertThat(fault(() -> reader.verifyPin(CARD, LIMIT))).isEqualTo(fault);
    }

    @Test
    void everyCodeOfTheTableIsTriedHere() {
        List<String> tried =
                codes().map(each -> String.valueOf(each.get()[0])).distinct().toList();

        assertThat(CardTables.rows("codes.tsv").stream()
                        .filter(row -> row[0].equals("return"))
                        .map(row -> row[1]))
                .allSatisfy(code -> assertThat(tried).contains(code));
    }

    @Test
    void aCardIsGoodOnItsLastDayInShanghaiAndNotOnTheNext() {
        driver.basicData = new DriverAnswer(0, CardLines.with(CARD, 8, "20261130"));
        assertThat(reader.readBasicData(LIMIT).validTo()).isEqualTo("2026-11-30");

        Clock midnight = Clock.fixed(Instant.parse("2026-11-30T16:00:00Z"), ZoneOffset.UTC);
        try (DriverCardReader later =
                DriverCardReader.builder(driver).clock(midnight).build()) {
            assertThat(fault(() -> later.readBasicData(LIMIT))).isEqualTo(new CardInvalid(CardDefect.EXPIRED));
        }
    }

    @Test
    void aCardThatWasReportedLostIsNotShown() {
        try (DriverCardReader asking = DriverCardReader.builder(driver)
                .clock(CLOCK)
                .reportedLost(card -> card.cardIdentifier().equals(CARD.cardIdentifier()))
                .build()) {
            assertThat(fault(() -> asking.readBasicData(LIMIT))).isEqualTo(new CardInvalid(CardDefect.REPORTED_LOST));
        }
    }

    @Test
    void anotherCardInItsPlaceIsAskedForNoPinAndSignsNothing() {
        CardBasicData other = SimulatedCard.builder(2).data();

        assertThat(fault(() -> reader.verifyPin(other, LIMIT))).isEqualTo(new CardRemoved());
        assertThat(fault(() -> reader.sign(other, new byte[] {1}, CardPin.typedAtReader(), LIMIT)))
                .isEqualTo(new CardRemoved());
        assertThat(fault(() -> reader.readCard(other, List.of(CardItem.NAME), LIMIT)))
                .isEqualTo(new CardRemoved());
        assertThat(driver.called).containsOnly("readCardBas 3");
    }

    @Test
    void asksForItemsWithOneCall() {
        driver.other = new DriverAnswer(0, "SSSEEF06|20000101|$");

        assertThat(reader.readCard(CARD, List.of(CardItem.BIRTH_DATE), LIMIT))
                .containsEntry(CardItem.BIRTH_DATE, "20000101");
        assertThat(driver.called).containsExactly("readCardBas 3", "readCard 3 SSSEEF06|0D|$");
    }

    @Test
    void handsOverAPinOnlyWhereItWasGivenOne() {
        driver.other = new DriverAnswer(0, "SM2_SM3|AQ==|Ag==|");
        try (CardPin pin = CardPin.of("1234".toCharArray())) {
            assertThat(reader.sign(CARD, new byte[] {1}, pin, LIMIT))
                    .isEqualTo(new CardSignature(CardSignatureAlgorithm.SM2_SM3, new byte[] {1}, new byte[] {2}));
        }
        var unused = reader.sign(CARD, new byte[] {1}, CardPin.typedAtReader(), LIMIT);

        assertThat(driver.called).containsExactly("readCardBas 3", "signData 1234", "readCardBas 3", "signData ");
    }

    @Test
    void wipesThePinThatTheDriverHad() {
        driver.other = new DriverAnswer(-52, "");
        try (CardPin pin = CardPin.of("1234".toCharArray())) {
            assertThat(fault(() -> reader.sign(CARD, new byte[] {1}, pin, LIMIT)))
                    .isEqualTo(new PinBlocked());
        }
        assertThat(driver.called).contains("signData 1234");
        assertThat(driver.pin).containsExactly('0', '0', '0', '0');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SM2_SM3|AQ==|", "RSA|AQ==|Ag==|", "SM2_SM3|?|Ag==|", "SM2_SM3|AQ==|Ag==|x|"})
    void aSignatureOfAnotherFormIsUnreadable(String out) {
        driver.other = new DriverAnswer(0, out);

        assertThat(fault(() -> reader.sign(CARD, new byte[] {1}, CardPin.typedAtReader(), LIMIT)))
                .isInstanceOf(CardUnreadable.class);
    }

    @Test
    void anAnswerAboutASignatureIsOneOfThreeOrUnreadable() {
        CardSignature any = new CardSignature(CardSignatureAlgorithm.SM2_SM3, new byte[1], new byte[1]);
        for (SignatureCheck check : SignatureCheck.values()) {
            driver.other = new DriverAnswer(0, check.name() + "\0");
            assertThat(reader.verify(new byte[] {1}, any, LIMIT)).isEqualTo(check);
        }
        driver.other = new DriverAnswer(0, "yes");
        assertThat(fault(() -> reader.verify(new byte[] {1}, any, LIMIT))).isInstanceOf(CardUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT5M0.000000001S"})
    void aLimitIsMoreThanNothingAndNotTooMuch(String limit) {
        assertThatThrownBy(() -> reader.readBasicData(Duration.parse(limit)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(driver.called).isEmpty();
    }

    @Test
    void refusesWhatCannotBeSignedOrAskedFor() {
        CardPin pin = CardPin.typedAtReader();

        assertThatThrownBy(() -> reader.sign(CARD, new byte[0], pin, LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reader.sign(CARD, new byte[CardReader.MOST_SIGNED + 1], pin, LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reader.readCard(CARD, List.of(), LIMIT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reader.readCard(CARD, List.of(CardItem.SEX, CardItem.SEX), LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(driver.called).isEmpty();
    }

    @Test
    void afterItsEndTheReaderIsGone() {
        reader.close();
        reader.close();

        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new ReaderGone());
        assertThat(driver.called).containsExactly("close");
    }
}
