package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String PAYER = "91350100M000100Y43";

    private final DataSource store = TestStore.fresh();
    private final String citizen = Citizens.number(1);
    private Ledger ledger;
    private String person;

    @BeforeEach
    void open() {
        ledger = new Ledger(new SimulatorSettings(SimulatedProvince.named("51"), store, 0, new TestClock(), 1));
        Answer answer = ledger.register(Serials.next(), new RegisterOrder(citizen, "李秀英", "13900000017", "1"));
        person = ((Answer.Registered) answer).personNumber();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void repeatsTheAnswerOfASerialSeenBeforeWhateverIsAskedTheSecondTime() {
        String serial = Serials.next();
        Answer first = ledger.withhold(serial, order(OCTOBER));

        assertThat(first).isInstanceOf(Answer.Booked.class);
        assertThat(ledger.withhold(serial, order(OCTOBER.minusMonths(1)))).isEqualTo(first);
        assertThat(ledger.inquire(serial, null)).isEqualTo(first);
        assertThat(ledger.inquire(serial, Transaction.WITHHOLD)).isEqualTo(first);
        assertThat(ledger.inquire(serial, Transaction.REGISTER))
                .isEqualTo(new Answer.Refused(Refusal.SERIAL_NOT_FOUND));
        assertThat(ledger.bookings()).isEqualTo(1);
    }

    @Test
    void repeatsARefusalToo() {
        String serial = Serials.next();
        Answer refusal = ledger.withhold(serial, order("999999999999", OCTOBER));

        assertThat(refusal).isEqualTo(new Answer.Refused(Refusal.PERSON_UNKNOWN));
        assertThat(ledger.withhold(serial, order(OCTOBER))).isEqualTo(refusal);
        assertThat(ledger.bookings()).isZero();
    }

    @Test
    void booksOneOfFiftyConcurrentCallsWithOneSerialAndAnswersAllAlike() throws Exception {
        String serial = Serials.next();
        Set<Answer> answers = atOnce(50, () -> ledger.withhold(serial, order(OCTOBER)));

        assertThat(answers).singleElement().isInstanceOf(Answer.Booked.class);
        assertThat(ledger.bookings()).isEqualTo(1);
    }

    @Test
    void booksAMonthOnceHoweverManySerialsAskForIt() throws Exception {
        Set<Answer> answers = atOnce(50, () -> ledger.withhold(Serials.next(), order(OCTOBER)));

        assertThat(answers).hasSize(2).contains(new Answer.Refused(Refusal.PERIOD_ALREADY_PAID));
        assertThat(ledger.totalFen()).isEqualTo(91_752);
        assertThat(ledger.refusedDoubles()).isEqualTo(49);
        assertThat(ledger.doubleBookings()).isEmpty();
    }

    @Test
    void keepsEverythingWhenTheProvinceIsStartedAgain() {
        String serial = Serials.next();
        Answer booked = ledger.withhold(serial, order(OCTOBER));
        ledger.close();
        ledger = new Ledger(new SimulatorSettings(SimulatedProvince.named("51"), store, 0, new TestClock(), 1));

        assertThat(ledger.inquire(serial, null)).isEqualTo(booked);
        assertThat(ledger.byPayer()).isEqualTo(Map.of(PAYER, new PayerTotal(1, 91_752)));
        assertThat(ledger.bookingsOf(citizen)).singleElement().satisfies(booking -> {
            assertThat(booking.period()).isEqualTo(OCTOBER);
            assertThat(booking.serial()).isEqualTo(serial);
        });
        assertThat(ledger.bookings(BookingFilter.first(10))).hasSize(1);
    }

    @Test
    void readsCoverOffThePaidMonthsUpToTheFirstGap() {
        assertThat(ledger.status(person, citizen))
                .isEqualTo(new Answer.Covers(List.of(new Answer.Cover("110", "2", null))));
        for (int month : new int[] {7, 8, 10}) {
            ledger.withhold(Serials.next(), order(YearMonth.of(2026, month)));
        }
        assertThat(ledger.status(person, citizen))
                .isEqualTo(new Answer.Covers(List.of(new Answer.Cover("110", "2", YearMonth.of(2026, 8)))));
        ledger.withhold(Serials.next(), order(YearMonth.of(2026, 9)));
        assertThat(ledger.status(person, citizen))
                .isEqualTo(new Answer.Covers(List.of(new Answer.Cover("110", "1", OCTOBER))));
    }

    private WithholdOrder order(YearMonth period) {
        return order(person, period);
    }

    private WithholdOrder order(String personNumber, YearMonth period) {
        return new WithholdOrder(personNumber, citizen, "李秀英", "110", period, 458_760, 91_752, PAYER);
    }

    private static Set<Answer> atOnce(int calls, Callable<Answer> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Callable<Answer>> work =
                    IntStream.range(0, calls).mapToObj(i -> call).toList();
            List<Future<Answer>> done = threads.invokeAll(work);
            return done.stream().map(LedgerTest::answer).collect(Collectors.toSet());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Answer answer(Future<Answer> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
