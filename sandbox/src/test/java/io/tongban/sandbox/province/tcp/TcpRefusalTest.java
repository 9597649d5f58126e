package io.tongban.sandbox.province.tcp;

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

class TcpRefusalTest {
    private static final String CITIZEN = Citizens.number(8);

    private static Simulator simulator;
    private static TcpCaller caller;
    private static String person;

    @BeforeAll
    static void open() throws Exception {
        simulator = Simulators.start("51", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new TcpCaller(simulator.endpoint(), simulator.password());
        person = caller.call("1001", Serials.next(), SichuanFields.register(CITIZEN, "欧阳朱镕"))
                .body();
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "000000000000, 欧阳朱镕, 202610,  458760,  91752, B001",
        "'',           王伟,    202610,  458760,  91752, B002",
        "'',           欧阳朱镕, 202701,  458760,  91752, B003",
        "'',           欧阳朱镕, 202610,  458759,  91752, C001",
        "'',           欧阳朱镕, 202610, 2293805, 458761, C001",
        "'',           欧阳朱镕, 202610,  458760,  91751, C001",
        "'',           欧阳朱镕, 202600,  458760,  91752, Z999",
    })
    void refusesWithItsOwnCode(String number, String name, String period, long base, long amount, String expected)
            throws Exception {
        TcpCaller.Reply reply = caller.call(
                "2001",
                Serials.next(),
                SichuanFields.withhold(number.isEmpty() ? person : number, CITIZEN, name, period, base, amount));

        assertThat(reply.returnCode()).isEqualTo(expected);
        assertThat(reply.length()).isEqualTo(88);
        assertThat(simulator.ledger().bookings()).isZero();
    }
}
