package io.tongban.sandbox.province.tcp;

import static io.tongban.sandbox.province.tcp.TcpCaller.ascii;
import static io.tongban.sandbox.province.tcp.TcpCaller.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a province's file can say of its framing, codes and layouts. */
class TcpVarietyTest {
    private final String citizen = Citizens.number(7);

    @ParameterizedTest
    @CsvSource({"4, no", "4, yes", "6, yes", "8, no", "8, yes"})
    void writesAndReadsLengthsAsItsFileSays(int digits, String countsItself) throws Exception {
        boolean counted = countsItself.equals("yes");
        try (Simulator simulator =
                start(Map.of("length-digits", Integer.toString(digits), "length-counts-itself", countsItself))) {
            TcpCaller caller = caller(simulator);
            caller.lengths(digits, counted);
            byte[] reply = caller.exchange(
                    caller.frame("1001", Serials.next(), "TONGBAN   ", SichuanFields.register(citizen, "李秀英")));

            String length = new String(reply, 0, digits, StandardCharsets.US_ASCII);
            assertThat(Integer.parseInt(length)).isEqualTo(counted ? reply.length : reply.length - digits);
            assertThat(new String(reply, digits + 24, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("0000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000007", "00000000", "00004105", "00999999", "99999999", "-0000064"})
    void hangsUpOnALengthThatIsNone(String length) throws Exception {
        try (Simulator simulator = start(Map.of("length-digits", "8", "length-counts-itself", "yes"))) {
            assertThat(caller(simulator).exchange(ascii(length))).isEmpty();
        }
    }

    @Test
    void takesAWithholdingBackWhereItTakesNoInquiry() throws Exception {
        try (Simulator simulator = start(Map.of("inquiry", "none"))) {
            TcpCaller caller = caller(simulator);
            String person = caller.call("1001", Serials.next(), SichuanFields.register(citizen, "李秀英"))
                    .body();
            String serial = Serials.next();
            caller.call("2001", serial, SichuanFields.october(person, citizen, "李秀英"));

            assertThat(caller.call("2009", Serials.next(), SichuanFields.inquire(serial))
                            .returnCode())
                    .isEqualTo("Z999");
            assertThat(reversed(caller, serial)).isEqualTo("0000");
            assertThat(reversed(caller, serial)).isEqualTo("0000");
            assertThat(reversed(caller, Serials.next())).isEqualTo("D404");
            assertThat(caller.call("2001", serial, SichuanFields.october(person, citizen, "李秀英"))
                            .returnCode())
                    .isEqualTo("D409");
            assertThat(simulator.ledger().bookings()).isZero();
            assertThat(simulator.ledger().reversed()).isEqualTo(1);
        }
    }

    @Test
    void reversesNothingButWithholdings() throws Exception {
        try (Simulator simulator = start(Map.of())) {
            String serial = Serials.next();
            TcpCaller caller = caller(simulator);
            caller.call("1001", serial, SichuanFields.register(citizen, "李秀英"));

            assertThat(caller.call("2008", Serials.next(), ascii(serial + "1001"))
                            .returnCode())
                    .isEqualTo("Z999");
        }
    }

    @Test
    void speaksTheCodesAndLayoutsOfItsFile() throws Exception {
        Map<String, String> options = Map.of(
                "transactions", "register R100, withhold W100, inquire I100, reverse C100, status S100",
                "return-codes", "ok AAAA, person-unknown 3101, system-error 9999",
                "places", "work-place G, household H",
                "kinds", "110 A1, 310 C1",
                "states", "paying P, suspended S, ended E",
                "register", "place 1, name 30, mobile 11, citizen-number 20",
                "register-reply", "person-number 16",
                "row", "paid-through 6, kind 2, state 1");
        try (Simulator simulator = start(options)) {
            TcpCaller caller = caller(simulator);
            TcpCaller.Reply known = caller.call(
                    "R100", Serials.next(), ascii("H"), text("李秀英", 30), ascii("13900000017"), ascii(citizen + "  "));
            assertThat(known.returnCode()).isEqualTo("AAAA");
            assertThat(known.body()).matches("51[0-9]{10} {4}");

            String person = known.body().strip();
            assertThat(caller.call("S100", Serials.next(), ascii(person), ascii(citizen))
                            .body())
                    .isEqualTo("01      A1S");
            assertThat(caller.call("S100", Serials.next(), ascii("519999999999"), ascii(citizen))
                            .returnCode())
                    .isEqualTo("3101");
            assertThat(caller.call("1001", Serials.next(), SichuanFields.register(citizen, "李秀英"))
                            .returnCode())
                    .isEqualTo("9999");
        }
    }

    private static String reversed(TcpCaller caller, String serial) throws Exception {
        return caller.call("2008", Serials.next(), ascii(serial + "2001")).returnCode();
    }

    private static TcpCaller caller(Simulator simulator) {
        return new TcpCaller(simulator.endpoint(), simulator.password());
    }

    private static Simulator start(Map<String, String> options) {
        SimulatedProvince province =
                new SimulatedProvince("51", "四川", "tcp", "GBK", "", 12, "TONGBAN", "sandbox-51", 0, options);
        return Simulators.start(new SimulatorSettings(province, TestStore.fresh(), 0, new TestClock(), 1));
    }
}
