package io.tongban.sandbox.province.rest;

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

class RestRefusalTest {
    private static final String CITIZEN = Citizens.number(13);
    private static Simulator simulator;
    private static RestCaller caller;
    private static String person;

    @BeforeAll
    static void open() throws Exception {
        simulator = Simulators.start("33", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new RestCaller(simulator).signIn();
        person = caller.call("ZJ1001", Serials.next(), ZhejiangFields.register(CITIZEN, "欧阳朱镕"))
                .text("aac001");
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000, 欧阳朱镕, 202610,  505980, 101196, 2001",
        "'',         王伟,    202610,  505980, 101196, 2002",
        "'',         欧阳朱镕, 202701,  505980, 101196, 2003",
        "'',         欧阳朱镕, 202610,  505979, 101196, 3001",
        "'',         欧阳朱镕, 202610, 2529905, 505981, 3001",
        "'',         欧阳朱镕, 202610,  505980, 101195, 3001",
    })
    void refusesWithItsOwnCode(String number, String name, String period, String base, String amount, String expected)
            throws Exception {
        RestCaller.Reply reply = caller.call(
                "ZJ2001",
                Serials.next(),
                ZhejiangFields.withhold(number.isEmpty() ? person : number, CITIZEN, name, period, base, amount));

        assertThat(reply.code()).isEqualTo(expected);
        assertThat(reply.isSignedFor(caller.seal)).isTrue();
        assertThat(simulator.ledger().bookings()).isZero();
    }
}
