package io.tongban.sandbox.province.rest;

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

class RestFaultsTest {
    private final DataSource store = TestStore.fresh();
    private final String citizen = Citizens.number(12);
    private final String serial = Serials.next();
    private Simulator simulator;
    private RestCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("33", store, 0, new TestClock(), 1);
        caller = new RestCaller(simulator).signIn();
        person = caller.call("ZJ1001", Serials.next(), ZhejiangFields.register(citizen, "李秀英"))
                .text("aac001");
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
    void hidesASuccessInsideHttp200(Fault fault, String code) throws Exception {
        simulator.faults().next(fault, 1);

        RestCaller.Reply reply = withhold();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.isSignedFor(caller.seal)).isTrue();
        assertThat(inquire()).isEqualTo("0000");
        assertThat(withhold().code()).isEqualTo("0000");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
        assertThat(simulator.faults().fired()).containsEntry(fault, 1L);
    }

    @Test
    void dropsTheSignInAndDoesNothing() throws Exception {
        simulator.faults().next(Fault.SIGN_IN_EXPIRED, 1);

        assertThat(withhold().code()).isEqualTo("1001");
        assertThat(withhold().code()).isEqualTo("1001");
        caller.signIn();
        assertThat(inquire()).isEqualTo("4004");
        assertThat(withhold().code()).isEqualTo("0000");
    }

    @Test
    void setsItsClockWrongAndBackAgainAndDoesNothing() throws Exception {
        simulator.faults().next(Fault.CLOCK_SKEW, 1);
        RestCaller.Reply skewed = withhold();
        assertThat(skewed.code()).isEqualTo("1003");
        assertThat(skewed.text("timestamp")).isEqualTo("20261123181000");
        assertThat(skewed.isSignedFor(caller.seal)).isTrue();

        caller.timestamp = skewed.text("timestamp");
        assertThat(inquire()).isEqualTo("4004");
        assertThat(withhold().code()).isEqualTo("0000");

        simulator.faults().next(Fault.CLOCK_SKEW, 1);
        assertThat(withhold().text("timestamp")).isEqualTo("20261123180000");
    }

    @Test
    void saysThatThereWereTooManyCallsAndDoesNothing() throws Exception {
        simulator.faults().next(Fault.TOO_MANY_REQUESTS, 1);

        RestCaller.Reply reply = withhold();
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.retryAfter()).isEqualTo("1");
        assertThat(inquire()).isEqualTo("4004");
    }

    @Test
    void signsWithItsNextKey() throws Exception {
        simulator.faults().next(Fault.NEW_KEY, 1);

        RestCaller.Reply reply = withhold();
        assertThat(reply.code()).isEqualTo("0000");
        assertThat(reply.isSignedFor(caller.seal)).isFalse();
        assertThat(reply.isSignedFor(CallersSeal.sm2("1", RestCaller.key(simulator, "province-key-next"))))
                .isTrue();
        assertThat(withhold().isSignedFor(caller.seal)).isTrue();
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

    private RestCaller.Reply withhold() throws Exception {
        return caller.call("ZJ2001", serial, ZhejiangFields.october(person, citizen, "李秀英"));
    }

    private String inquire() throws Exception {
        return caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(serial))
                .code();
    }

    /** The call may still be on its way to the processor, or there, when the caller gives up. */
    private void inquireUntil(String code) {
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5)).until(this::inquire, code::equals);
    }
}
