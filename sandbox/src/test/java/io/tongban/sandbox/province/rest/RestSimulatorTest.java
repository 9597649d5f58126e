package io.tongban.sandbox.province.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestSimulatorTest {
    private final DataSource store = TestStore.fresh();
    private final TestClock clock = new TestClock();
    private final String citizen = Citizens.number(11);
    private Simulator simulator;
    private RestCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("33", store, 0, clock, 1);
        caller = new RestCaller(simulator).signIn();
        person = caller.call("ZJ1001", Serials.next(), ZhejiangFields.register(citizen, "欧阳䶮𠮷"))
                .text("aac001");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void listensWhereThePageSays() {
        assertThat(simulator.endpoint()).matches("http://127\\.0\\.0\\.1:[0-9]+/zj/open");
        assertThat(simulator.moreProperties()).containsOnlyKeys("private-key", "province-key", "province-key-next");
        assertThat(person).matches("33[0-9]{8}");
    }

    @Test
    void booksAMonthAndRepeatsTheAnswerToTheSameSerialAndToAnInquiry() throws Exception {
        String serial = Serials.next();
        RestCaller.Reply booked = caller.call("ZJ2001", serial, october());

        assertThat(booked.code()).isEqualTo("0000");
        assertThat(booked.text("lsh")).isEqualTo(serial);
        assertThat(booked.text("yjje")).isEqualTo("101196");
        assertThat(booked.text("jzsj")).isEqualTo("20261123180000");
        assertThat(booked.isSignedFor(caller.seal)).isTrue();
        assertThat(caller.call("ZJ2001", serial, october()).text("dzdh")).isEqualTo(booked.text("dzdh"));
        RestCaller.Reply inquired = caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(serial));
        assertThat(inquired.code()).isEqualTo("0000");
        assertThat(inquired.text("dzdh")).isEqualTo(booked.text("dzdh"));
        assertThat(simulator.ledger().totalFen()).isEqualTo(101_196);
    }

    @Test
    void tellsTheStatusAsSignedRows() throws Exception {
        caller.call("ZJ2001", Serials.next(), october());

        RestCaller.Reply status = caller.call("ZJ3001", Serials.next(), Map.of("aac001", person, "aac147", citizen));

        assertThat(status.json().get("rows").toString())
                .isEqualTo("[{\"aae140\":\"110\",\"aac031\":\"1\",\"aae042\":\"202610\"}]");
        assertThat(status.isSignedFor(caller.seal)).isTrue();
    }

    @Test
    void takesNoCallWithoutTheDaysSignIn() throws Exception {
        caller.signno = "";
        assertThat(inquire()).isEqualTo("1001");
        caller.signno = "0000";
        assertThat(inquire()).isEqualTo("1001");
        caller.signIn();
        assertThat(inquire()).isEqualTo("4004");
        clock.forward(Duration.ofHours(6));
        caller.timestamp = "20261124000001";
        assertThat(inquire()).isEqualTo("1001");
    }

    @ParameterizedTest
    @CsvSource({
        "20261123180500, 4004",
        "20261123175501, 4004",
        "20261123180501, 1003",
        "20261123175500, 1003",
        "20261323180000, 1003",
        "now, 1003",
        "'', 1003"
    })
    void takesNoCallThatIsFiveMinutesOff(String timestamp, String code) throws Exception {
        caller.timestamp = timestamp;

        RestCaller.Reply reply = caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(Serials.next()));

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text("timestamp")).isEqualTo("20261123180000");
        assertThat(reply.isSignedFor(caller.seal)).isTrue();
    }

    @Test
    void refusesASignThatIsNotTheCallersAndAForeignOperator() throws Exception {
        String serial = Serials.next();
        Map<String, String> changed = caller.signed("ZJ2001", serial, october());
        changed.put("yjje", "101197");
        assertThat(caller.send("ZJ2001", changed).code()).isEqualTo("1002");
        changed.remove("sign");
        assertThat(caller.send("ZJ2001", changed).code()).isEqualTo("1002");
        caller.operator = "SOMEONE";
        assertThat(caller.call("ZJ2001", serial, october()).code()).isEqualTo("1002");

        caller.operator = "TONGBAN";
        assertThat(caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(serial))
                        .code())
                .isEqualTo("4004");
    }

    @Test
    void endsEverySignInAndKeepsTheLedgerAcrossARestart() throws Exception {
        String serial = Serials.next();
        String receipt = caller.call("ZJ2001", serial, october()).text("dzdh");
        String before = caller.signno;

        simulator.close();
        simulator = Simulators.start("33", store, 0, clock, 1);
        caller = new RestCaller(simulator);
        caller.signno = before;

        assertThat(inquire()).isEqualTo("1001");
        assertThat(caller.signIn()
                        .call("ZJ2009", Serials.next(), ZhejiangFields.inquire(serial))
                        .text("dzdh"))
                .isEqualTo(receipt);
    }

    private Map<String, String> october() {
        return ZhejiangFields.october(person, citizen, "欧阳䶮𠮷");
    }

    private String inquire() throws Exception {
        return caller.call("ZJ2009", Serials.next(), ZhejiangFields.inquire(Serials.next()))
                .code();
    }
}
