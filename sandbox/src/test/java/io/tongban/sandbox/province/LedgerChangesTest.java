package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerChangesTest {
    private static final String NAME = "李秀英";
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private Ledger ledger;
    private String person;

    @BeforeEach
    void open() {
        ledger = new Ledger(
                new SimulatorSettings(SimulatedProvince.named("44"), TestStore.fresh(), 0, new TestClock(), 1));
        Answer registered =
                ledger.register(Serials.next(), new RegisterOrder(Citizens.KNOWN, NAME, "13900000017", "1"));
        person = ((Answer.Registered) registered).personNumber();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void takesNoMonthThatIsPausedAndTakesThoseBeforeAndAfter() {
        assertThat(change(Transaction.PAUSE, OCTOBER)).isInstanceOf(Answer.Changed.class);
        assertThat(withhold(NAME, OCTOBER)).isEqualTo(new Answer.Refused(Refusal.NOT_ELIGIBLE));
        assertThat(change(Transaction.RESUME, NOVEMBER)).isInstanceOf(Answer.Changed.class);

        assertThat(withhold(NAME, OCTOBER.minusMonths(1))).isInstanceOf(Answer.Booked.class);
        assertThat(withhold(NAME, OCTOBER)).isEqualTo(new Answer.Refused(Refusal.NOT_ELIGIBLE));
        assertThat(withhold(NAME, NOVEMBER)).isInstanceOf(Answer.Booked.class);
    }

    @Test
    void takesNoMonthAfterTheEndUntilThePersonIsEnrolledAgain() {
        assertThat(change(Transaction.END, OCTOBER)).isInstanceOf(Answer.Changed.class);
        assertThat(withhold(NAME, OCTOBER)).isEqualTo(new Answer.Refused(Refusal.NOT_ELIGIBLE));
        assertThat(change(Transaction.RESUME, NOVEMBER)).isEqualTo(new Answer.Refused(Refusal.NOT_ELIGIBLE));
        assertThat(change(Transaction.ENROL, NOVEMBER)).isInstanceOf(Answer.Changed.class);
        assertThat(withhold(NAME, NOVEMBER)).isInstanceOf(Answer.Booked.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSE", "END"})
    void closesNoMonthThatIsPaid(Transaction closing) {
        withhold(NAME, OCTOBER);

        assertThat(change(closing, OCTOBER)).isEqualTo(new Answer.Refused(Refusal.PERIOD_ALREADY_PAID));
        assertThat(change(closing, NOVEMBER)).isInstanceOf(Answer.Changed.class);
    }

    @Test
    void resumesNothingThatIsNotPausedAndPausesNothingTwice() {
        assertThat(change(Transaction.RESUME, OCTOBER)).isEqualTo(new Answer.Refused(Refusal.NOT_ELIGIBLE));
        change(Transaction.PAUSE, OCTOBER);
        assertThat(change(Transaction.PAUSE, NOVEMBER)).isEqualTo(new Answer.Refused(Refusal.NOT_ELIGIBLE));
    }

    @Test
    void answersASerialOnceForAllAndChangesOnce() {
        InsuranceOrder pause = order(Transaction.PAUSE, OCTOBER);
        Answer first = ledger.change("261128CHANGE00000001", pause);

        assertThat(ledger.change("261128CHANGE00000001", pause)).isEqualTo(first);
        assertThat(ledger.inquire("261128CHANGE00000001", Transaction.PAUSE)).isEqualTo(first);
        assertThat(ledger.changesOf(Citizens.KNOWN))
                .containsExactly(new InsuranceEntry("261128CHANGE00000001", "110", Transaction.PAUSE, "2026-10", 0));
    }

    @Test
    void knowsAPersonByTheCorrectedNameFromThenOn() {
        CorrectionOrder right = new CorrectionOrder(person, Citizens.KNOWN, "李秀瑛", "13900000018");

        assertThat(ledger.correct(Serials.next(), right)).isInstanceOf(Answer.Changed.class);
        assertThat(withhold(NAME, OCTOBER)).isEqualTo(new Answer.Refused(Refusal.IDENTITY_MISMATCH));
        assertThat(withhold("李秀瑛", OCTOBER)).isInstanceOf(Answer.Booked.class);
    }

    private Answer change(Transaction change, YearMonth from) {
        return ledger.change(Serials.next(), order(change, from));
    }

    private InsuranceOrder order(Transaction change, YearMonth from) {
        return new InsuranceOrder(change, person, Citizens.KNOWN, NAME, "110", from, change.saysBase() ? 551_000 : 0);
    }

    private Answer withhold(String name, YearMonth month) {
        return ledger.withhold(
                Serials.next(),
                new WithholdOrder(person, Citizens.KNOWN, name, "110", month, 551_000, 110_200, "PAYER"));
    }
}
