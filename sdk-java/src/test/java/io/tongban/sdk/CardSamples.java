package io.tongban.sdk;

import io.tongban.sdk.card.CardDriver;
import io.tongban.sdk.card.CardFault;
import io.tongban.sdk.card.CardPin;
import io.tongban.sdk.card.CardSignature;
import io.tongban.sdk.card.CardSignatureAlgorithm;
import io.tongban.sdk.card.CardSlot;
import io.tongban.sdk.card.DriverAnswer;
import io.tongban.sdk.card.DriverCardReader;
import io.tongban.sdk.card.SimulatedCard;
import io.tongban.sdk.card.SimulatedCardReader;
import java.security.Security;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a counter with a card reader has, for {@link ArgumentSamples}. */
final class CardSamples {
    static final CardDriver MUTE = new CardDriver() {
        @Override
        public DriverAnswer readCardBas(CardSlot slot) {
            return new DriverAnswer(-2, "");
        }

        @Override
        public DriverAnswer readCard(CardSlot slot, String cardInfo, String fileAddress) {
            return new DriverAnswer(-2, "");
        }

        @Override
        public DriverAnswer verifyPin(CardSlot slot) {
            return new DriverAnswer(-2, "");
        }

        @Override
        public DriverAnswer signData(CardSlot slot, byte[] data, char[] pin) {
            return new DriverAnswer(-2, "");
        }

        @Override
        public DriverAnswer verifySign(byte[] data, CardSignature signature) {
            return new DriverAnswer(-2, "");
        }

        @Override
        public void close() {}
    };
    private static final Predicate<Object> NEVER = asked -> false;

    private CardSamples() {}

    static Stream<Object> all() {
        return Stream.of(
                MUTE,
                NEVER,
                new CardFault.NoCard(),
                CardPin.typedAtReader(),
                new CardSignature(CardSignatureAlgorithm.SM2_SM3, new byte[1], new byte[1]),
                SimulatedCard.madeUp(),
                SimulatedCard.madeUp().data(),
                SimulatedCard.builder(1),
                SimulatedCardReader.create(Clock.systemUTC()),
                DriverCardReader.builder(MUTE),
                DriverCardReader.builder(MUTE).build(),
                Security.getProviders()[0]);
    }
}
