package io.tongban.sandbox.province.tcp;

import static io.tongban.sandbox.province.tcp.TcpCaller.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpSimulatorTest {
    private final DataSource store = TestStore.fresh();
    private final String citizen = Citizens.number(4);
    private Simulator simulator;
    private TcpCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("51", store, 0, new TestClock(), 1);
        caller = new TcpCaller(simulator.endpoint(), simulator.password());
        person = caller.call("1001", Serials.next(), SichuanFields.register(citizen, "欧阳朱镕"))
                .body();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void listensWhereThePageSays() {
        assertThat(simulator.endpoint()).matches("tcp://127\\.0\\.0\\.1:[0-9]+");
        assertThat(person).matches("51[0-9]{10}");
    }

    @Test
    void booksAMonthAndRepeatsTheAnswerToTheSameSerialAndToAnInquiry() throws Exception {
        String serial = Serials.next();
        TcpCaller.Reply booked = caller.call("2001", serial, SichuanFields.october(person, citizen, "欧阳朱镕"));

        assertThat(booked.length()).isEqualTo(88 + 46).isEqualTo(booked.bytes().length - 6);
        assertThat(booked.ascii(6, 28)).isEqualTo("2001" + serial + "0000");
        assertThat(booked.message()).isEqualTo("交易成功");
        assertThat(booked.body()).endsWith("000000091752" + "20261123180000");

        TcpCaller.Reply again = caller.call("2001", serial, SichuanFields.october(person, citizen, "欧阳朱镕"));
        assertThat(again.bytes()).isEqualTo(booked.bytes());
        TcpCaller.Reply inquired = caller.call("2009", Serials.next(), SichuanFields.inquire(serial));
        assertThat(inquired.returnCode()).isEqualTo("0000");
        assertThat(inquired.body()).isEqualTo(booked.body());
        assertThat(simulator.ledger().totalFen()).isEqualTo(91_752);
    }

    @Test
    void tellsTheStatus() throws Exception {
        assertThat(caller.call("3001", Serials.next(), ascii(person), ascii(citizen))
                        .body())
                .isEqualTo("011102      ");
        caller.call("2001", Serials.next(), SichuanFields.october(person, citizen, "欧阳朱镕"));
        assertThat(caller.call("3001", Serials.next(), ascii(person), ascii(citizen))
                        .body())
                .isEqualTo("011101202610");
    }

    @Test
    void refusesAMonthThatIsPaidUnderAnotherSerial() throws Exception {
        caller.call("2001", Serials.next(), SichuanFields.october(person, citizen, "欧阳朱镕"));

        assertThat(caller.call("2001", Serials.next(), SichuanFields.october(person, citizen, "欧阳朱镕"))
                        .returnCode())
                .isEqualTo("C002");
    }

    @Test
    void knowsNothingOfASerialNeverSent() throws Exception {
        assertThat(caller.call("2009", Serials.next(), SichuanFields.inquire(Serials.next()))
                        .returnCode())
                .isEqualTo("D404");
    }

    @Test
    void refusesAWrongKeyAndAForeignOperator() throws Exception {
        TcpCaller guesser = new TcpCaller(simulator.endpoint(), "guess");
        String serial = Serials.next();
        assertThat(guesser.call("2001", serial, SichuanFields.october(person, citizen, "欧阳朱镕"))
                        .returnCode())
                .isEqualTo("A001");
        byte[] foreign = caller.frame("2009", serial, "SOMEONE   ", SichuanFields.inquire(serial));
        assertThat(new TcpCaller.Reply(caller.exchange(foreign)).returnCode()).isEqualTo("A001");
        assertThat(caller.call("2009", Serials.next(), SichuanFields.inquire(serial))
                        .returnCode())
                .isEqualTo("D404");
    }

    @Test
    void takesTheOperatorInTheKeyWithAndWithoutItsBlanks() throws Exception {
        byte[] bare = caller.frame("2009", Serials.next(), "TONGBAN", SichuanFields.inquire(Serials.next()));

        assertThat(new TcpCaller.Reply(caller.exchange(bare)).returnCode()).isEqualTo("D404");
    }

    @Test
    void keepsTheLedgerAcrossARestart() throws Exception {
        String serial = Serials.next();
        TcpCaller.Reply booked = caller.call("2001", serial, SichuanFields.october(person, citizen, "欧阳朱镕"));
        simulator.close();
        simulator = Simulators.start("51", store, 0, new TestClock(), 1);
        caller = new TcpCaller(simulator.endpoint(), simulator.password());

        assertThat(caller.call("2009", Serials.next(), SichuanFields.inquire(serial))
                        .body())
                .isEqualTo(booked.body());
    }
}
