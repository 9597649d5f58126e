package io.tongban.sandbox.province.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.SimulatedProvince;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorSettings;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueSimulatorTest {
    private final DataSource store = TestStore.fresh();
    private final String citizen = Citizens.number(4);
    private Simulator simulator;
    private QueueCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("41", store, 0, new TestClock(), 1);
        caller = new QueueCaller(simulator.endpoint(), simulator.password());
        person = caller.call("HA1001", Serials.next(), HenanFields.register(citizen, "欧阳𠮷"))
                .field("AAC001");
    }

    @AfterEach
    void close() throws Exception {
        caller.close();
        simulator.close();
    }

    @Test
    void listensWhereThePageSays() {
        assertThat(simulator.endpoint()).matches("tcp://127\\.0\\.0\\.1:[0-9]+");
        assertThat(person).matches("41[0-9]{8}");
    }

    @Test
    void booksAMonthAndRepeatsTheReplyToTheSameSerialAndToAnInquiry() throws Exception {
        String serial = Serials.next();
        QueueCaller.Reply booked = caller.call("HA2001", serial, october());

        assertThat(booked.message().getJMSCorrelationID()).isEqualTo(serial).isEqualTo(booked.serial());
        assertThat(booked.returnCode()).isEqualTo("0000");
        assertThat(booked.body()).contains("<YJJE>766.20</YJJE><JZSJ>20261123180000</JZSJ>");
        assertThat(caller.call("HA2001", serial, october()).text()).isEqualTo(booked.text());

        String question = Serials.next();
        QueueCaller.Reply inquired = caller.call("HA2009", question, HenanFields.inquire(serial));
        assertThat(inquired.serial()).isEqualTo(question);
        assertThat(inquired.field("jydm")).isEqualTo("HA2001");
        assertThat(inquired.body()).isEqualTo(booked.body());
        assertThat(simulator.ledger().totalFen()).isEqualTo(76_620);
    }

    @Test
    void repeatsARefusalToAnInquiryUnderTheCodeOfWhatWasRefused() throws Exception {
        String serial = Serials.next();
        caller.call("HA2001", Serials.next(), october());
        assertThat(caller.call("HA2001", serial, october()).returnCode()).isEqualTo("3002");

        QueueCaller.Reply inquired = caller.call("HA2009", Serials.next(), HenanFields.inquire(serial));
        assertThat(inquired.field("jydm")).isEqualTo("HA2001");
        assertThat(inquired.returnCode()).isEqualTo("3002");
    }

    @Test
    void tellsTheStatus() throws Exception {
        caller.call("HA2001", Serials.next(), october());

        assertThat(caller.call("HA3001", Serials.next(), HenanFields.status(person, citizen))
                        .body())
                .isEqualTo("<rows><row><AAE140>110</AAE140><AAC031>1</AAC031><AAE042>202610</AAE042></row></rows>");
    }

    @Test
    void knowsNothingOfASerialNeverSent() throws Exception {
        QueueCaller.Reply inquired = caller.call("HA2009", Serials.next(), HenanFields.inquire(Serials.next()));

        assertThat(inquired.returnCode()).isEqualTo("4004");
        assertThat(inquired.field("jydm")).isEqualTo("HA2009");
    }

    @Test
    void refusesAWrongPasswordAndAForeignOperator() {
        assertThatThrownBy(() -> new QueueCaller(simulator.endpoint(), "guess"))
                .isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(() -> new QueueCaller(simulator.endpoint(), "SOMEONE", "sandbox-41", "HA"))
                .isInstanceOf(JMSSecurityException.class);
    }

    @Test
    void sharesItsBrokerWithOthersAndLetsNobodyIntoAnothersQueues() throws Exception {
        SimulatedProvince other = new SimulatedProvince(
                "62",
                "甘肃",
                "queue",
                "GBK",
                "",
                10,
                "TONGBAN",
                "sandbox-62",
                0,
                Map.of(
                        "request-queue", "SI.GS.REQ",
                        "reply-queue", "SI.GS.REP",
                        "transactions", "inquire GS09",
                        "return-codes", "serial-not-found 77"));
        try (Simulator gansu =
                Simulators.start(new SimulatorSettings(other, TestStore.fresh(), 0, new TestClock(), 1))) {
            assertThat(gansu.endpoint()).isEqualTo(simulator.endpoint());
            try (QueueCaller own = new QueueCaller(gansu.endpoint(), "TONGBAN", "sandbox-62", "GS")) {
                assertThat(own.call("GS09", Serials.next(), HenanFields.inquire(Serials.next()))
                                .returnCode())
                        .isEqualTo("77");
            }
            assertThatThrownBy(() -> new QueueCaller(gansu.endpoint(), "TONGBAN", "sandbox-62", "HA"))
                    .isInstanceOf(JMSSecurityException.class);
        }
        assertThat(caller.call("HA2009", Serials.next(), HenanFields.inquire(Serials.next()))
                        .returnCode())
                .as("the broker stays for those who are left")
                .isEqualTo("4004");
    }

    @Test
    void doesNotLetTheCallerReadRequests() {
        assertThatThrownBy(
                        () -> caller.session().createConsumer(caller.session().createQueue("SI.HA.REQ")))
                .isInstanceOf(JMSException.class);
    }

    @Test
    void keepsTheLedgerAcrossARestart() throws Exception {
        String serial = Serials.next();
        QueueCaller.Reply booked = caller.call("HA2001", serial, october());
        close();
        simulator = Simulators.start("41", store, 0, new TestClock(), 1);
        caller = new QueueCaller(simulator.endpoint(), simulator.password());

        assertThat(caller.call("HA2009", Serials.next(), HenanFields.inquire(serial))
                        .body())
                .isEqualTo(booked.body());
    }

    private String october() {
        return HenanFields.october(person, citizen, "欧阳𠮷");
    }
}
