package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerRefusalTest {
    private static Ledger ledger;
    private static String person;

    @BeforeAll
    static void open() {
        ledger = new Ledger(
                new SimulatorSettings(SimulatedProvince.named("44"), TestStore.fresh(), 0, new TestClock(), 1));
        person = ((Answer.Registered) register(Citizens.KNOWN, "李秀英")).personNumber();
        register(Citizens.number(1), "王伟");
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} base {4} amount {5}: {6}")
    @CsvSource({
        "11010519491231002X, 李秀英, 110, 2026-10,  477499,  95500, AMOUNT_NOT_ALLOWED",
        "11010519491231002X, 李秀英, 110, 2026-10, 2754901, 550980, AMOUNT_NOT_ALLOWED",
        "11010519491231002X, 李秀英, 110, 2026-10,  477500,  95501, AMOUNT_NOT_ALLOWED",
        "11010519491231002X, 李秀英, 110, 2026-10,  477500,  95499, AMOUNT_NOT_ALLOWED",
        "11010519491231002X, 李秀英, 110, 2026-10,  477500,      0, AMOUNT_NOT_ALLOWED",
        "11010519491231002X, 李秀英, 110, 2026-12,  477500,  95500, NOT_ELIGIBLE",
        "11010519491231002X, 李秀英, 110, 2025-06,  477500,  95500, NOT_ELIGIBLE",
        "11010519491231002X, 李秀英, 510, 2026-10,  477500,  95500, NOT_ELIGIBLE",
        "11010519491231002X, 李秀莹, 110, 2026-10,  477500,  95500, IDENTITY_MISMATCH",
        "110105194912310021, 李秀英, 110, 2026-10,  477500,  95500, PERSON_UNKNOWN",
    })
    void refuses(String citizen, String name, String kind, YearMonth period, long base, long amount, Refusal expected) {
        Answer answer = ledger.withhold(
                Serials.next(), new WithholdOrder(person, citizen, name, kind, period, base, amount, "PAYER"));

        assertThat(answer).isEqualTo(new Answer.Refused(expected));
        assertThat(ledger.bookings()).isZero();
    }

    @Test
    void refusesToBookForThePersonNumberOfSomeoneElse() {
        WithholdOrder order = new WithholdOrder(
                person, Citizens.number(1), "王伟", "110", YearMonth.of(2026, 10), 477_500, 95_500, "PAYER");

        assertThat(ledger.withhold(Serials.next(), order)).isEqualTo(new Answer.Refused(Refusal.IDENTITY_MISMATCH));
    }

    @Test
    void repeatsThePersonNumberOfAKnownPersonAndRefusesAnotherName() {
        assertThat(register(Citizens.KNOWN, "李秀英")).isEqualTo(new Answer.Registered(person));
        assertThat(register(Citizens.KNOWN, "张伟")).isEqualTo(new Answer.Refused(Refusal.IDENTITY_MISMATCH));
    }

    @ParameterizedTest
    @CsvSource({
        "44990019900230001, PERSON_UNKNOWN",
        "44990020300101001, PERSON_UNKNOWN",
        "44990020101124001, NOT_ELIGIBLE",
    })
    void refusesToRegisterTheUnbornAndTheUnderaged(String seventeen, Refusal expected) {
        assertThat(register(Citizens.withCheck(seventeen), "王伟")).isEqualTo(new Answer.Refused(expected));
    }

    @Test
    void registersOnTheSixteenthBirthday() {
        assertThat(register(Citizens.withCheck("44990020101123001"), "王伟")).isInstanceOf(Answer.Registered.class);
    }

    private static Answer register(String citizenNumber, String name) {
        return ledger.register(Serials.next(), new RegisterOrder(citizenNumber, name, "13900000017", "1"));
    }
}
