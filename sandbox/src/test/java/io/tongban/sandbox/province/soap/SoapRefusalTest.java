package io.tongban.sandbox.province.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapRefusalTest {
    private static final String CITIZEN = Citizens.number(7);

    private static Simulator simulator;
    private static SoapCaller caller;
    private static String person;

    @BeforeAll
    static void open() throws Exception {
        simulator = Simulators.start("44", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new SoapCaller(simulator.endpoint());
        caller.signIn(simulator.password());
        person = caller.call("GD1001", Serials.next(), GuangdongFields.register(CITIZEN, "䶮𠮷"))
                .text("AAC001");
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000, 䶮𠮷, 202610, 5510.00, 1102.00, 2001",
        "'',         王伟, 202610, 5510.00, 1102.00, 2002",
        "'',         䶮𠮷, 202701, 5510.00, 1102.00, 2003",
        "'',         䶮𠮷, 202610, 4774.99,  955.00, 3001",
        "'',         䶮𠮷, 202610, 5510.00, 1102.01, 3001",
        "'',         䶮𠮷, 202610, 5510,    1102.00, 3001",
        "'',         䶮𠮷, 202610, 5510.00,-1102.00, 3001",
        "'',         䶮𠮷, 202613, 5510.00, 1102.00, 9999",
    })
    void refusesWithItsOwnCode(String number, String name, String period, String base, String amount, String expected)
            throws Exception {
        String body = GuangdongFields.withhold(number.isEmpty() ? person : number, CITIZEN, name, period, base, amount);

        assertThat(caller.call("GD2001", Serials.next(), body).appcode()).isEqualTo(expected);
        assertThat(simulator.ledger().bookings()).isZero();
    }
}
