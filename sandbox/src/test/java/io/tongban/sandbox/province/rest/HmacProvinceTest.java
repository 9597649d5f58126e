package io.tongban.sandbox.province.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The dialect's other way to sign: an HMAC under the password, which no shipped province uses. */
class HmacProvinceTest {
    private final DataSource store = TestStore.fresh();

    @Test
    void signsAndChecksWithThePassword() throws Exception {
        try (Simulator simulator = start("hmac-sm3", "sandbox-99")) {
            assertThat(simulator.moreProperties()).isEmpty();
            RestCaller caller = caller(simulator, "sandbox-99");
            caller.signIn();
            RestCaller.Reply reply = caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(Serials.next()));
            assertThat(reply.code()).isEqualTo("4004");
            assertThat(reply.isSignedFor(caller.seal)).isTrue();
        }
    }

    @Test
    void takesAPasswordLongerThanABlockOfTheDigest() throws Exception {
        try (Simulator simulator = start("hmac-sm3", "p".repeat(65))) {
            assertThat(caller(simulator, "p".repeat(65)).signIn().signno).isNotEmpty();
        }
    }

    @Test
    void refusesAnotherPassword() throws Exception {
        try (Simulator simulator = start("hmac-sm3", "sandbox-99")) {
            assertThat(caller(simulator, "guess")
                            .call("ZJ0001", Serials.next(), Map.of())
                            .code())
                    .isEqualTo("1002");
        }
    }

    @Test
    void startsWithNoOtherWayToSign() {
        assertThatIllegalArgumentException().isThrownBy(() -> start("rsa", "sandbox-99"));
    }

    private static RestCaller caller(Simulator simulator, String password) {
        RestCaller caller = new RestCaller(simulator);
        caller.seal = CallersSeal.hmac(password);
        return caller;
    }

    private Simulator start(String signature, String password) {
        SimulatedProvince province = new SimulatedProvince(
                "33", "浙江", "rest", "GBK", "/zj", 10, "TONGBAN", password, 0, Map.of("signature", signature));
        return Simulators.start(new SimulatorSettings(province, store, 0, new TestClock(), 1));
    }
}
