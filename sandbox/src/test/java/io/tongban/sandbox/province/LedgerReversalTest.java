package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerReversalTest {
    private static final Answer NOTHING = new Answer.Refused(Refusal.SERIAL_NOT_FOUND);
    private static final Answer REVERSED = new Answer.Refused(Refusal.REVERSED);

    private final TestClock clock = new TestClock();
    private final Ledger ledger =
            new Ledger(new SimulatorSettings(SimulatedProvince.named("51"), TestStore.fresh(), 0, clock, 1));
    private final String citizen = Citizens.number(1);
    private final String serial = Serials.next();
    private String person;

    @BeforeEach
    void register() {
        Answer answer = ledger.register(Serials.next(), new RegisterOrder(citizen, "李秀英", "13900000017", "1"));
        person = ((Answer.Registered) answer).personNumber();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void takesABookingBackSoThatItCountsNoLongerAndItsMonthIsFreeAgain() {
        ledger.withhold(serial, order());

        assertThat(ledger.reverse(serial)).isInstanceOf(Answer.Reversed.class);
        assertThat(ledger.bookings()).isZero();
        assertThat(ledger.totalFen()).isZero();
        assertThat(ledger.byPayer()).isEmpty();
        assertThat(ledger.bookingsOf(citizen)).isEmpty();
        assertThat(ledger.reversed()).isEqualTo(1);
        assertThat(ledger.withhold(Serials.next(), order())).isInstanceOf(Answer.Booked.class);
    }

    @Test
    void saysToAnInquiryThatItWasReversedAndDoesNotBookTheSerialAgain() {
        ledger.withhold(serial, order());
        ledger.reverse(serial);

        assertThat(ledger.inquire(serial, Transaction.WITHHOLD)).isEqualTo(REVERSED);
        assertThat(ledger.withhold(serial, order())).isEqualTo(REVERSED);
        assertThat(ledger.bookings()).isZero();
    }

    @Test
    void answersASecondReversalAsItAnsweredTheFirst() {
        ledger.withhold(serial, order());
        Answer first = ledger.reverse(serial);
        clock.forward(Duration.ofHours(1));

        assertThat(ledger.reverse(serial)).isEqualTo(first);
        assertThat(ledger.reversed()).isEqualTo(1);
    }

    @Test
    void refusesAWithholdingThatArrivesAfterItsReversal() {
        assertThat(ledger.reverse(serial)).isEqualTo(NOTHING);
        assertThat(ledger.withhold(serial, order())).isEqualTo(REVERSED);
        assertThat(ledger.inquire(serial, Transaction.WITHHOLD)).isEqualTo(REVERSED);
        assertThat(ledger.reverse(serial)).isEqualTo(NOTHING);
        assertThat(ledger.bookings()).isZero();
        assertThat(ledger.reversed()).isZero();
    }

    @Test
    void leavesARefusalAndARegistrationAsTheyAre() {
        String registration = Serials.next();
        Answer known = ledger.register(registration, new RegisterOrder(citizen, "李秀英", "13900000017", "1"));
        ledger.withhold(Serials.next(), order());
        Answer refusal = ledger.withhold(serial, order());

        assertThat(ledger.reverse(serial)).isEqualTo(NOTHING);
        assertThat(ledger.inquire(serial, null)).isEqualTo(refusal);
        assertThat(ledger.reverse(registration)).isEqualTo(NOTHING);
        assertThat(ledger.inquire(registration, null)).isEqualTo(known);
        assertThat(ledger.bookings()).isEqualTo(1);
    }

    @Test
    void neverLeavesABookingBehindWhenReversalsAndTheWithholdingArriveAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 20; round++) {
                String raced = Serials.next();
                Callable<Answer> withhold = () -> ledger.withhold(raced, order());
                Callable<Answer> reverse = () -> ledger.reverse(raced);
                for (Future<Answer> done : threads.invokeAll(List.of(withhold, reverse, withhold, reverse))) {
                    done.get();
                }
                assertThat(ledger.inquire(raced, null)).isEqualTo(REVERSED);
                assertThat(ledger.bookings()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private WithholdOrder order() {
        return new WithholdOrder(
                person, citizen, "李秀英", "110", YearMonth.of(2026, 10), 458_760, 91_752, "91350100M000100Y43");
    }
}
