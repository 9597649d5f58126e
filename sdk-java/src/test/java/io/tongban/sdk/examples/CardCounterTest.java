package io.tongban.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongban.api.mandate.MandateState;
import io.tongban.api.operator.OperatorRegistration;
import io.tongban.api.operator.OperatorRole;
import io.tongban.api.payment.PaymentDue;
import io.tongban.api.payment.PaymentMeans;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.worker.EnrolmentState;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.card.CardDefect;
import io.tongban.sdk.card.CardFault;
import io.tongban.sdk.card.CardReaderException;
import io.tongban.sdk.card.SimulatedCard;
import io.tongban.sdk.card.SimulatedCardReader;
import io.tongban.sdk.fake.TongbanFake;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.FarSide;
import io.tongban.sdk.farside.Keys;
import io.tongban.sdk.farside.MutableClock;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import io.tongban.sdk.farside.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a bank tests its counter: a simulated reader, and a gateway in the same JVM. */
class CardCounterTest {
    private static final CardCounter.Visit VISIT =
            new CardCounter.Visit("visit-1", "13900000017", "44", "consent-1", Instant.parse("2026-11-23T02:00:00Z"));

    private final TongbanFake fake = TongbanFake.startingAt(Instant.parse("2026-11-23T02:00:00Z"));
    private final Tongban bank = fake.bankClient("nanling-bank");
    private final SimulatedCardReader reader = SimulatedCardReader.create(fake.clock());
    private final CardCounter counter = new CardCounter(bank, reader, "nl-01-t1", "T1001");

    @BeforeEach
    void aTellerServes() {
        bank.operators()
                .register(OperatorRegistration.builder()
                        .staffNumber("T1001")
                        .role(OperatorRole.TELLER)
                        .points(List.of("nl-01-t1"))
                        .build());
        reader.insert(SimulatedCard.madeUp());
    }

    @Test
    void whoeverInsertsACardIsRegisteredAndFoundAgain() {
        CardCounter.Served served = counter.register(VISIT);

        assertThat(served.worker().enrolments()).hasSize(1);
        assertThat(served.mandate().state()).isEqualTo(MandateState.ACTIVE);
        assertThat(counter.find("visit-2").id()).isEqualTo(served.worker().id());
    }

    @Test
    void aWrongPinRegistersNobody() {
        reader.workerTypes("000000");

        assertThatThrownBy(() -> counter.register(VISIT))
                .isInstanceOfSatisfying(
                        CardReaderException.class,
                        wrong -> assertThat(CardCounter.whatToSay(wrong)).isEqualTo("Wrong PIN; tries left: 2"));
        reader.workerTypesRightPin();
        assertThatThrownBy(() -> counter.find("visit-2")).hasMessageContaining(ProblemType.WORKER_NOT_FOUND.code());
    }

    @Test
    void nobodyPaysWithTheCardOfAnother() {
        CardCounter.Served served = counter.register(VISIT);
        reader.insert(SimulatedCard.builder(2).build());

        CardReaderException refused = catchThrowableOfType(
                CardReaderException.class, () -> counter.pay(served, "visit-1", PaymentMeans.CASH));
        assertThat(refused.fault()).isEqualTo(new CardFault.CardRemoved());
    }

    /** The fake takes no payments, so here the far side is one that was written down. */
    @Test
    void theWholeVisitEndsWithAReceipt() {
        MutableClock clock = new MutableClock();
        var key = Keys.p256("k-1");
        try (FarSide farSide = FarSide.open(clock);
                Tongban client = Tongban.builder()
                        .baseUrl(farSide.baseUrl())
                        .issuer(farSide.issuer())
                        .clientId("nanling-bank")
                        .privateKeyJwk(key.toJSONString())
                        .clock(clock)
                        .build()) {
            farSide.tokens().register("nanling-bank", key);
            farSide.gateway().answer(CardCounterTest::answer);
            CardCounter there = new CardCounter(client, reader, "gz-001", "T1001");

            assertThat(there.pay(there.register(VISIT), "visit-1", PaymentMeans.CASH)
                            .receiptUrl())
                    .isNotBlank();

            assertThat(farSide.gateway().faults()).isEmpty();
            assertThat(farSide.gateway().received())
                    .extracting(request -> request.field("counter-context").orElse(""))
                    .allMatch(field -> field.endsWith("identified=card-read"))
                    .anyMatch(field -> field.contains("purpose=register"))
                    .anyMatch(field -> field.contains("purpose=mandate"))
                    .anyMatch(field -> field.contains("purpose=pay"));
        }
    }

    private static Reply answer(Received request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/workers" -> Reply.of(201, Samples.worker(EnrolmentState.PENDING));
            case "GET /v1/workers/wkr_1" -> Reply.of(200, Samples.worker(EnrolmentState.ENROLLED));
            case "POST /v1/mandates" -> Reply.of(201, Samples.mandate(MandateState.ACTIVE));
            case "GET /v1/counter-payments/due" -> Reply.of(200, new PaymentDue(44_080, List.of()));
            case "POST /v1/counter-payments" -> Reply.of(201, AgencySamples.PAYMENT);
            default -> Reply.problem(ProblemType.NOT_FOUND);
        };
    }

    static Stream<CardFault> faults() {
        return Stream.of(
                new CardFault.NoCard(),
                new CardFault.CardRemoved(),
                new CardFault.PinWrong(null),
                new CardFault.PinBlocked(),
                new CardFault.PinNotEntered(),
                new CardFault.CardInvalid(CardDefect.REPORTED_LOST),
                new CardFault.CardUnreadable("dirty chip"),
                new CardFault.ReaderGone(),
                new CardFault.TimedOut(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theTellerIsToldOfEveryFaultAndNothingIsRegistered(CardFault fault) {
        reader.next(fault);

        CardReaderException refused = catchThrowableOfType(CardReaderException.class, () -> counter.register(VISIT));
        assertThat(CardCounter.whatToSay(refused)).isNotBlank();
        assertThat(fake.webhooks()).isEmpty();
        reader.plugIn();
        reader.insert(SimulatedCard.madeUp());
        assertThatThrownBy(() -> counter.find("visit-2")).hasMessageContaining(ProblemType.WORKER_NOT_FOUND.code());
    }
}
