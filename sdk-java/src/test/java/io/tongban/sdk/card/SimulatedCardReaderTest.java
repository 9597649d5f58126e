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
import io.tongban.sdk.card.CardFault.TimedOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedCardReaderTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SimulatedCardReader reader =
            SimulatedCardReader.create(Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), ZoneOffset.UTC));
    private final SimulatedCard card = SimulatedCard.madeUp();

    private static CardFault fault(Runnable call) {
        CardReaderException thrown = catchThrowableOfType(CardReaderException.class, call::run);
        assertThat(thrown).isNotNull();
        return thrown.fault();
    }

    private CardBasicData inserted() {
        reader.insert(card);
        return reader.readBasicData(LIMIT);
    }

    @Test
    void readsTheCardThatWasInserted() {
        assertThat(inserted()).isEqualTo(card.data());
        assertThat(card.data().citizenNumber()).isPresent();
    }

    @Test
    void withoutACardThereIsNone() {
        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new NoCard());

        CardBasicData read = inserted();
        reader.remove();
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new NoCard());
    }

    @Test
    void aCardIsRemovedInTheMiddleAndReadAnewOnceItIsBack() {
        CardBasicData read = inserted();
        reader.next(new CardRemoved());

        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new CardRemoved());
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new NoCard());
        assertThat(inserted()).isEqualTo(read);
        reader.verifyPin(read, LIMIT);
    }

    @Test
    void anotherCardIsNotTakenForTheOneThatWasRead() {
        CardBasicData read = inserted();
        reader.insert(SimulatedCard.builder(2).build());

        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new CardRemoved());
    }

    @Test
    void aWrongPinCostsATryAndARightOneGivesThemBack() {
        CardBasicData read = inserted();
        reader.workerTypes("000000");
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinWrong(2));
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinWrong(1));
        reader.workerTypesRightPin();
        reader.verifyPin(read, LIMIT);
        reader.workerTypes("000000");
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinWrong(2));
    }

    @Test
    void aBlockedPinStaysBlockedWhateverIsTyped() {
        SimulatedCard impatient = SimulatedCard.builder(3).pin("998877", 1).build();
        reader.insert(impatient);
        CardBasicData read = reader.readBasicData(LIMIT);
        reader.workerTypes("123456");
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinBlocked());
        reader.workerTypes("998877");
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinBlocked());
    }

    @Test
    void aPinThatIsNotEnteredCostsNothing() {
        CardBasicData read = inserted();
        reader.workerTypes("12");
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinNotEntered());
        reader.workerTypes("000000");
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new PinWrong(2));
    }

    @Test
    void anExpiredALostAndABlockedCardAreNotShown() {
        reader.insert(
                SimulatedCard.builder(4).validTo(LocalDate.of(2026, 11, 29)).build());
        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new CardInvalid(CardDefect.EXPIRED));

        reader.insert(SimulatedCard.builder(5).blocked().build());
        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new CardInvalid(CardDefect.BLOCKED));

        reader.reportLost(card);
        assertThat(fault(this::inserted)).isEqualTo(new CardInvalid(CardDefect.REPORTED_LOST));
    }

    @Test
    void aReaderThatIsUnpluggedIsGoneUntilItIsPluggedInAgain() {
        CardBasicData read = inserted();
        reader.unplug();
        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new ReaderGone());
        reader.plugIn();
        reader.verifyPin(read, LIMIT);

        reader.next(new ReaderGone());
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new ReaderGone());
        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new ReaderGone());

        reader.plugIn();
        reader.close();
        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new ReaderGone());
    }

    @Test
    void aTimeOutNamesTheLimitOfTheCallAndMakesNobodyWait() {
        CardBasicData read = inserted();
        reader.next(new TimedOut(Duration.ofDays(1)));

        assertThat(fault(() -> reader.verifyPin(read, LIMIT))).isEqualTo(new TimedOut(LIMIT));
        reader.verifyPin(read, LIMIT);
    }

    static Stream<CardFault> every() {
        return Stream.of(
                new NoCard(),
                new CardRemoved(),
                new PinWrong(2),
                new PinWrong(null),
                new PinBlocked(),
                new PinNotEntered(),
                new CardInvalid(CardDefect.REPORTED_LOST),
                new CardUnreadable("dirty chip"),
                new ReaderGone(),
                new TimedOut(LIMIT));
    }

    @ParameterizedTest
    @MethodSource("every")
    void whatIsScriptedIsMetOnceByTheNextCall(CardFault fault) {
        reader.insert(card);
        reader.next(fault);

        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(fault);
        reader.plugIn();
        assertThat(inserted()).isEqualTo(card.data());
    }

    @Test
    void everyKindOfFaultIsTriedHere() {
        assertThat(every().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(CardFault.class.getPermittedSubclasses());
    }

    @Test
    void readsWhatElseIsOnTheCard() {
        CardBasicData read = inserted();
        List<CardItem> all = List.of(CardItem.values());

        assertThat(reader.readCard(read, all, LIMIT))
                .containsOnlyKeys(all)
                .containsEntry(CardItem.NAME, read.name())
                .containsEntry(CardItem.CARD_NUMBER, read.cardNumber())
                .containsEntry(CardItem.BIRTH_DATE, "19900101")
                .containsEntry(CardItem.SEX, "1")
                .containsEntry(CardItem.NAME_CONTINUED, "");
        assertThat(reader.readCard(read, List.of(CardItem.VALID_TO), LIMIT))
                .containsOnlyKeys(CardItem.VALID_TO)
                .containsEntry(CardItem.VALID_TO, "20351122");
    }

    @Test
    void wrongArgumentsUseUpNothingThatIsScripted() {
        reader.insert(card);
        reader.next(new NoCard());

        assertThatThrownBy(() -> reader.readBasicData(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new NoCard());
    }

    @Test
    void showsNothingOfAnyone() {
        CardBasicData read = inserted();
        CardSignature signature = reader.sign(read, new byte[] {1}, CardPin.typedAtReader(), LIMIT);

        assertThat(Arrays.asList(reader, card, read, signature, CardPin.of("123456".toCharArray())))
                .allSatisfy(each -> assertThat(each.toString())
                        .doesNotContain(
                                read.socialSecurityNumber(),
                                read.name(),
                                read.cardNumber(),
                                read.cardIdentifier(),
                                SimulatedCard.USUAL_PIN));
    }
}
