package io.tongban.sdk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.counter.Identification;
import io.tongban.api.counter.Purpose;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.WorkerRegistration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CardBasicDataTest {
    private static final CardBasicData CARD = SimulatedCard.madeUp().data();

    @Test
    void aVisitIsByAReadCardAndSaysNothingOfIt() {
        var context = CARD.atCounter("gz-001", "T1001", "visit-1", Purpose.PAY);

        assertThat(context.identified()).isEqualTo(Identification.CARD_READ);
        assertThat(context.toField())
                .isEqualTo(
                        "point=\"gz-001\", operator=\"T1001\", session=\"visit-1\", purpose=pay, identified=card-read");
    }

    @Test
    void aRegistrationHasNumberAndNameOfTheCard() {
        WorkerRegistration registration = CARD.registration()
                .partnerReference("walk-in-1")
                .mobile("13900000017")
                .province("44")
                .place(InsuredPlace.WORK_PLACE)
                .consentReference("consent-1")
                .build();

        assertThat(registration.citizenNumber()).isEqualTo(CARD.socialSecurityNumber());
        assertThat(registration.name()).isEqualTo(CARD.name());
    }

    @Test
    void aHolderWithoutACitizenNumberIsNotRegistered() {
        CardBasicData foreigner = SimulatedCard.builder(1)
                .socialSecurityNumber("911050195112310029")
                .build()
                .data();

        assertThatThrownBy(foreigner::registration)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("911050195112310029");
    }

    @Test
    void whatIsNotOfItsFormIsNamedAndNotRepeated() {
        assertThatThrownBy(() -> SimulatedCard.builder(1)
                        .socialSecurityNumber("110105194912310021")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("socialSecurityNumber")
                .hasMessageNotContaining("1101");
    }

    @Test
    void aCardIsValidThroughItsLastDay() {
        assertThat(CARD.isExpired(LocalDate.of(2035, 11, 22))).isFalse();
        assertThat(CARD.isExpired(LocalDate.of(2035, 11, 23))).isTrue();
    }

    @Test
    void aFaultArrivesWholeInAnotherProgram() throws Exception {
        CardReaderException thrown = new CardReaderException(new CardFault.PinWrong(2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ObjectOutputStream(out).writeObject(thrown);
        CardReaderException arrived =
                (CardReaderException) new ObjectInputStream(new ByteArrayInputStream(out.toByteArray())).readObject();

        assertThat(arrived.fault()).isEqualTo(new CardFault.PinWrong(2));
        assertThat(arrived).hasMessage("PinWrong[triesLeft=2]");
    }
}
