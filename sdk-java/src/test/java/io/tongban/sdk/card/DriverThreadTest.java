package io.tongban.sdk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.sdk.card.CardFault.ReaderGone;
import io.tongban.sdk.card.CardFault.TimedOut;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A device that does not answer in time. */
class DriverThreadTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final CardBasicData CARD = SimulatedCard.madeUp().data();

    private final CountDownLatch answer = new CountDownLatch(1);
    private final ScriptedDriver driver = new ScriptedDriver() {
        @Override
        public DriverAnswer readCardBas(CardSlot slot) {
            awaitUninterruptibly(answer);
            return super.readCardBas(slot);
        }
    };
    private final DriverCardReader reader = DriverCardReader.builder(driver).build();

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static CardFault fault(Runnable call) {
        return catchThrowableOfType(CardReaderException.class, call::run).fault();
    }

    @AfterEach
    void close() {
        answer.countDown();
        reader.close();
    }

    @Test
    void whoWaitsLeavesAtTheLimitAndTheNextCallHasItsOwn() {
        assertThat(fault(() -> reader.readBasicData(SHORT))).isEqualTo(new TimedOut(SHORT));
        assertThat(fault(() -> reader.readBasicData(SHORT)))
                .as("the device is busy still")
                .isEqualTo(new TimedOut(SHORT));

        answer.countDown();
        assertThat(reader.readBasicData(LIMIT)).isEqualTo(CARD);
    }

    @Test
    void asksForNoPinOnceNobodyWaits() {
        assertThat(fault(() -> reader.verifyPin(CARD, SHORT))).isEqualTo(new TimedOut(SHORT));

        answer.countDown();
        reader.close();
        assertThat(driver.called).containsExactly("readCardBas 3", "close");
    }

    @Test
    void anInterruptionDoesNotEndACallAndIsNotLost() {
        answer.countDown();
        Thread.currentThread().interrupt();

        assertThat(reader.readBasicData(LIMIT)).isEqualTo(CARD);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoWaitsForADeviceThatIsClosedIsToldThatItIsGone() {
        answer.countDown();
        reader.close();

        assertThat(fault(() -> reader.readBasicData(LIMIT))).isEqualTo(new ReaderGone());
    }

    @Test
    void whatADriverThrowsArrivesAsItIs() {
        ScriptedDriver broken = new ScriptedDriver() {
            @Override
            public DriverAnswer readCardBas(CardSlot slot) {
                throw new UnsatisfiedLinkError("no such library");
            }

            @Override
            public DriverAnswer verifySign(byte[] data, CardSignature signature) {
                throw new IllegalStateException("no such function");
            }
        };
        CardSignature any = new CardSignature(CardSignatureAlgorithm.SM2_SM3, new byte[1], new byte[1]);
        try (DriverCardReader of = DriverCardReader.builder(broken).build()) {
            assertThatThrownBy(() -> of.readBasicData(LIMIT)).isInstanceOf(UnsatisfiedLinkError.class);
            assertThatThrownBy(() -> of.verify(new byte[] {1}, any, LIMIT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no such function");
        }
    }
}
