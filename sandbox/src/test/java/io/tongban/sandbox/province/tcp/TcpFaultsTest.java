package io.tongban.sandbox.province.tcp;

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
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpFaultsTest {
    private final DataSource store = TestStore.fresh();
    private final String citizen = Citizens.number(5);
    private final String serial = Serials.next();
    private Simulator simulator;
    private TcpCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("51", store, 0, new TestClock(), 1);
        caller = new TcpCaller(simulator.endpoint(), simulator.password());
        person = caller.call("1001", Serials.next(), SichuanFields.register(citizen, "李秀英"))
                .body();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void staysSilentAfterTheCommit() throws Exception {
        simulator.faults().next(Fault.NO_REPLY_AFTER_COMMIT, 1);
        caller.patience(300);

        assertThatThrownBy(this::withhold).isInstanceOf(SocketTimeoutException.class);
        caller.patience(20_000);
        inquireUntil("0000");
    }

    @Test
    void hangsUpOnACallerWhoWaitsThroughTheSilence() throws Exception {
        simulator.faults().next(Fault.NO_REPLY_AFTER_COMMIT, 1);
        simulator.faults().silence(Duration.ofMillis(50));

        assertThat(withhold().bytes()).isEmpty();
        assertThat(inquire()).isEqualTo("0000");
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_CUT_BEFORE_COMMIT, D404", "CONNECTION_CUT_AFTER_COMMIT, 0000"})
    void cutsTheConnection(Fault fault, String afterwards) throws Exception {
        simulator.faults().next(fault, 1);

        assertThatThrownBy(this::withhold).isInstanceOf(SocketException.class);
        assertThat(inquire()).isEqualTo(afterwards);
    }

    @ParameterizedTest
    @CsvSource({"ERROR_INSIDE_SUCCESS, Z999", "IN_PROCESS, E500"})
    void hidesASuccess(Fault fault, String returnCode) throws Exception {
        simulator.faults().next(fault, 1);

        assertThat(withhold().returnCode()).isEqualTo(returnCode);
        assertThat(inquire()).isEqualTo("0000");
        assertThat(withhold().returnCode()).isEqualTo("0000");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
        assertThat(simulator.faults().fired()).containsEntry(fault, 1L);
    }

    @Test
    void acknowledgesTwiceInOnePacket() throws Exception {
        simulator.faults().next(Fault.DUPLICATE_ACKNOWLEDGEMENT, 1);

        byte[] bytes = withhold().bytes();
        assertThat(bytes).hasSize(2 * (6 + 88 + 46));
        assertThat(Arrays.copyOf(bytes, bytes.length / 2))
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    }

    @Test
    void sendsAFrameInTenPackets() throws Exception {
        simulator.faults().next(Fault.TEN_PACKETS, 1);
        byte[] slowly = withhold().bytes();

        assertThat(simulator.faults().fired()).containsEntry(Fault.TEN_PACKETS, 1L);
        assertThat(slowly).isEqualTo(withhold().bytes());
    }

    @Test
    void cutsACharacterInHalfAtTheEndOfTheMessage() throws Exception {
        simulator.faults().next(Fault.HALF_CHARACTER, 1);
        TcpCaller.Reply reply = withhold();

        assertThat(reply.returnCode()).isEqualTo("0000");
        assertThat(reply.length()).isEqualTo(88 + 46);
        ByteBuffer message = ByteBuffer.wrap(reply.bytes(), 34, 60);
        assertThatThrownBy(() -> TcpCaller.GBK.newDecoder().decode(message))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(TcpCaller.GBK
                        .newDecoder()
                        .decode(ByteBuffer.wrap(reply.bytes(), 34, 59))
                        .toString())
                .endsWith("办");
    }

    @Test
    void sendsAZeroByteAfterTheFrame() throws Exception {
        simulator.faults().next(Fault.TRAILING_NUL, 1);
        TcpCaller.Reply reply = withhold();

        assertThat(reply.bytes()).hasSize(6 + reply.length() + 1).endsWith((byte) 0);
    }

    @Test
    void saysInProcessOfACallThatIsStillAtWork() throws Exception {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table person in access exclusive mode");
            caller.patience(300);
            assertThatThrownBy(this::withhold).isInstanceOf(SocketTimeoutException.class);
            caller.patience(20_000);
            inquireUntil("E500");
            connection.rollback();
        }
        inquireUntil("0000");
    }

    private TcpCaller.Reply withhold() throws Exception {
        return caller.call("2001", serial, SichuanFields.october(person, citizen, "李秀英"));
    }

    private String inquire() throws Exception {
        return caller.call("2009", Serials.next(), SichuanFields.inquire(serial))
                .returnCode();
    }

    /** The call may still be on its way to the processor, or there, when the caller gives up. */
    private void inquireUntil(String returnCode) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(this::inquire, returnCode::equals);
    }
}
