package io.tongban.sandbox.province.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapFaultsTest {
    private final DataSource store = TestStore.fresh();
    private final String citizen = Citizens.number(3);
    private final String serial = Serials.next();
    private Simulator simulator;
    private SoapCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("44", store, 0, new TestClock(), 1);
        caller = new SoapCaller(simulator.endpoint());
        caller.signIn(simulator.password());
        person = caller.call("GD1001", Serials.next(), GuangdongFields.register(citizen, "李秀英"))
                .text("AAC001");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void staysSilentAfterTheCommit() throws Exception {
        simulator.faults().next(Fault.NO_REPLY_AFTER_COMMIT, 1);
        caller.patience(Duration.ofMillis(500));

        assertThatThrownBy(this::withhold).isInstanceOf(HttpTimeoutException.class);
        caller.patience(Duration.ofSeconds(20));
        inquireUntil("0000");
    }

    @Test
    void hangsUpOnACallerWhoWaitsThroughTheSilence() throws Exception {
        simulator.faults().next(Fault.NO_REPLY_AFTER_COMMIT, 1);
        simulator.faults().silence(Duration.ofMillis(50));

        assertThatThrownBy(this::withhold).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(inquire()).isEqualTo("0000");
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_CUT_BEFORE_COMMIT, 4004", "CONNECTION_CUT_AFTER_COMMIT, 0000"})
    void cutsTheConnection(Fault fault, String afterwards) throws Exception {
        simulator.faults().next(fault, 1);

        assertThatThrownBy(this::withhold).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(inquire()).isEqualTo(afterwards);
    }

    @ParameterizedTest
    @CsvSource({"ERROR_INSIDE_SUCCESS, 9999", "IN_PROCESS, 5000"})
    void hidesASuccessInsideHttp200(Fault fault, String appcode) throws Exception {
        simulator.faults().next(fault, 1);
        SoapCaller.Result result = withhold();

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.appcode()).isEqualTo(appcode);
        assertThat(inquire()).isEqualTo("0000");
        assertThat(withhold().appcode()).isEqualTo("0000");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
        assertThat(simulator.faults().fired()).containsEntry(fault, 1L);
    }

    @Test
    void acknowledgesTwice() throws Exception {
        simulator.faults().next(Fault.DUPLICATE_ACKNOWLEDGEMENT, 1);

        String document = withhold().document();
        String result = document.substring(document.indexOf("<result>"));
        assertThat(result.substring(result.length() / 2)).isEqualTo(result.substring(0, result.length() / 2));
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void declaresGbkInsideAUtf8Envelope() throws Exception {
        simulator.faults().next(Fault.GBK_DECLARED_IN_UTF8, 1);
        SoapCaller.Result result = withhold();

        assertThat(result.document()).startsWith("<?xml version=\"1.0\" encoding=\"GBK\"?>");
        assertThat(result.text("message")).isEqualTo("成功");
    }

    @Test
    void dropsTheSignInAndDoesNothing() throws Exception {
        simulator.faults().next(Fault.SIGN_IN_EXPIRED, 1);

        assertThat(withhold().appcode()).isEqualTo("1001");
        assertThat(withhold().appcode()).isEqualTo("1001");
        caller.signIn(simulator.password());
        assertThat(inquire()).isEqualTo("4004");
        assertThat(withhold().appcode()).isEqualTo("0000");
    }

    @Test
    void saysInProcessOfACallThatIsStillAtWork() throws Exception {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table person in access exclusive mode");
            caller.patience(Duration.ofMillis(500));
            assertThatThrownBy(this::withhold).isInstanceOf(HttpTimeoutException.class);
            caller.patience(Duration.ofSeconds(20));
            inquireUntil("5000");
            connection.rollback();
        }
        inquireUntil("0000");
    }

    private SoapCaller.Result withhold() throws Exception {
        return caller.call("GD2001", serial, GuangdongFields.october(person, citizen, "李秀英"));
    }

    private String inquire() throws Exception {
        return caller.call("GD2009", Serials.next(), GuangdongFields.inquire(serial))
                .appcode();
    }

    /** The call may still be on its way to the processor, or there, when the caller gives up. */
    private void inquireUntil(String appcode) {
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5)).until(this::inquire, appcode::equals);
    }
}
