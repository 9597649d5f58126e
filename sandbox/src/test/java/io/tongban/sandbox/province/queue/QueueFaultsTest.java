package io.tongban.sandbox.province.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import io.tongban.sandbox.province.Transaction;
import jakarta.jms.BytesMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QueueFaultsTest {
    private final String citizen = Citizens.number(5);
    private final String serial = Serials.next();
    private Simulator simulator;
    private QueueCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("41", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new QueueCaller(simulator.endpoint(), simulator.password());
        person = caller.call("HA1001", Serials.next(), HenanFields.register(citizen, "李秀英"))
                .field("AAC001");
    }

    @AfterEach
    void close() throws Exception {
        caller.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_REPLY_AFTER_COMMIT", "CONNECTION_CUT_AFTER_COMMIT"})
    void staysSilentAfterTheCommitAndAnswersAnInquiry(Fault fault) throws Exception {
        simulator.faults().next(fault, 1);
        withhold();

        inquireUntil("0000");
        assertThat(simulator.faults().fired()).containsEntry(fault, 1L);
    }

    @Test
    void takesARequestAgainThatItDroppedBeforeTheCommit() throws Exception {
        simulator.faults().next(Fault.CONNECTION_CUT_BEFORE_COMMIT, 1);
        withhold();

        QueueCaller.Reply reply = caller.next();
        assertThat(reply.serial()).isEqualTo(serial);
        assertThat(reply.returnCode()).isEqualTo("0000");
        assertThat(simulator.faults().fired()).containsEntry(Fault.CONNECTION_CUT_BEFORE_COMMIT, 1L);
    }

    @ParameterizedTest
    @CsvSource({"ERROR_INSIDE_SUCCESS, 9999", "IN_PROCESS, 5000"})
    void hidesASuccess(Fault fault, String returnCode) throws Exception {
        simulator.faults().next(fault, 1);
        withhold();

        assertThat(caller.next().returnCode()).isEqualTo(returnCode);
        withhold();
        assertThat(caller.next().returnCode()).isEqualTo("0000");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void acknowledgesTwice() throws Exception {
        simulator.faults().next(Fault.DUPLICATE_ACKNOWLEDGEMENT, 1);
        withhold();

        assertThat(caller.next().text()).isEqualTo(caller.next().text());
    }

    @Test
    void letsOneReplyOvertakeAnother() throws Exception {
        String question = Serials.next();
        simulator.faults().next(Fault.OUT_OF_ORDER, 1, Transaction.WITHHOLD);
        withhold();
        // Whether the question finds the booking or comes before it, its reply is not held.
        caller.send("HA2009", question, HenanFields.inquire(serial));

        assertThat(List.of(caller.next().serial(), caller.next().serial())).containsExactly(question, serial);
    }

    @Test
    void doesNotHoldAReplyForEverThatNothingOvertakes() throws Exception {
        simulator.faults().next(Fault.OUT_OF_ORDER, 1);
        withhold();

        assertThat(caller.next().serial()).isEqualTo(serial);
    }

    @Test
    void repliesLate() throws Exception {
        String question = Serials.next();
        simulator.faults().late(Duration.ofSeconds(6));
        simulator.faults().next(Fault.LATE_REPLY, 1);
        withhold();

        assertThat(inquire(question)).isIn("0000", "4004", "5000");
        QueueCaller.Reply late = caller.next();
        assertThat(late.serial()).isEqualTo(serial);
        assertThat(late.returnCode()).isEqualTo("0000");
    }

    @Test
    void putsPoisonBeforeTheReply() throws Exception {
        simulator.faults().next(Fault.POISON_MESSAGE, 1);
        withhold();

        assertThat(caller.next().text()).doesNotContain("</msg>");
        assertThat(caller.nextMessage()).isInstanceOf(BytesMessage.class);
        assertThat(caller.next().serial()).isEqualTo(serial);
    }

    @Test
    void repliesToASerialThatWasNeverSent() throws Exception {
        simulator.faults().next(Fault.UNKNOWN_SERIAL, 1);
        withhold();

        QueueCaller.Reply strange = caller.next();
        assertThat(strange.serial()).hasSize(20).isNotEqualTo(serial);
        assertThat(strange.returnCode()).isEqualTo("0000");
        assertThat(caller.next().serial()).isEqualTo(serial);
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void takesABookingBackAfterItsReply() throws Exception {
        simulator.faults().late(Duration.ofMillis(10));
        simulator.faults().next(Fault.REVERSED_LATER, 1);
        withhold();

        assertThat(caller.next().returnCode()).isEqualTo("0000");
        QueueCaller.Reply reversed = caller.next();
        assertThat(reversed.field("jydm")).isEqualTo("HA2900");
        assertThat(reversed.serial()).isEqualTo(serial);
        assertThat(reversed.returnCode()).isEqualTo("0000");
        assertThat(reversed.body()).isEqualTo("<JZSJ>20261123180000</JZSJ>");
        assertThat(simulator.ledger().bookings()).isZero();
        QueueCaller.Reply inquired = caller.call("HA2009", Serials.next(), HenanFields.inquire(serial));
        assertThat(inquired.returnCode()).isEqualTo("4009");
        assertThat(inquired.field("jydm")).isEqualTo("HA2001");
    }

    private void withhold() throws Exception {
        caller.send("HA2001", serial, HenanFields.october(person, citizen, "李秀英"));
    }

    /** The call may still be on its way to the processor, or there. */
    private void inquireUntil(String returnCode) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> inquire(Serials.next()), returnCode::equals);
    }

    private String inquire(String question) throws Exception {
        QueueCaller.Reply reply = caller.call("HA2009", question, HenanFields.inquire(serial));
        assertThat(reply.serial()).isEqualTo(question);
        return reply.returnCode();
    }
}
