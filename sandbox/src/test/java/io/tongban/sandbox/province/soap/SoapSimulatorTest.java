package io.tongban.sandbox.province.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoapSimulatorTest {
    private final DataSource store = TestStore.fresh();
    private final TestClock clock = new TestClock();
    private final String citizen = Citizens.number(2);
    private Simulator simulator;
    private SoapCaller caller;
    private String person;

    @BeforeEach
    void open() throws Exception {
        simulator = Simulators.start("44", store, 0, clock, 1);
        caller = new SoapCaller(simulator.endpoint());
        caller.signIn(simulator.password());
        person = caller.call("GD1001", Serials.next(), GuangdongFields.register(citizen, "䶮𠮷"))
                .text("AAC001");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void listensWhereThePageSays() {
        assertThat(simulator.endpoint()).matches("http://127\\.0\\.0\\.1:[0-9]+/gd/sbk/SiService");
        assertThat(simulator.provinceCode()).isEqualTo("44");
    }

    @Test
    void signsInForEightHours() throws Exception {
        SoapCaller.Result signIn = caller.signIn(simulator.password());
        assertThat(signIn.appcode()).isEqualTo("0000");
        assertThat(signIn.text("expires")).isEqualTo("20261124020000");

        clock.forward(Duration.ofHours(8).minusSeconds(1));
        assertThat(caller.call("GD2009", Serials.next(), GuangdongFields.inquire("NONE"))
                        .appcode())
                .isEqualTo("4004");
        clock.forward(Duration.ofSeconds(1));
        assertThat(caller.call("GD2009", Serials.next(), GuangdongFields.inquire("NONE"))
                        .appcode())
                .isEqualTo("1001");
    }

    @Test
    void refusesASignInWithAWrongPassword() throws Exception {
        assertThat(caller.signIn("guess").appcode()).isEqualTo("1002");
    }

    @Test
    void doesNothingForACallerWhoIsNotSignedIn() throws Exception {
        String serial = Serials.next();
        caller.token("made-up");
        assertThat(caller.call("GD2001", serial, GuangdongFields.october(person, citizen, "䶮𠮷"))
                        .appcode())
                .isEqualTo("1001");

        caller.signIn(simulator.password());
        assertThat(caller.call("GD2009", Serials.next(), GuangdongFields.inquire(serial))
                        .appcode())
                .isEqualTo("4004");
    }

    @Test
    void booksAMonthAndRepeatsTheAnswerToTheSameSerialAndToAnInquiry() throws Exception {
        assertThat(person).matches("44[0-9]{8}");
        String serial = Serials.next();
        SoapCaller.Result booked = caller.call("GD2001", serial, GuangdongFields.october(person, citizen, "䶮𠮷"));

        assertThat(booked.status()).isEqualTo(200);
        assertThat(booked.envelope()).contains("<return><![CDATA[<?xml version=\"1.0\" encoding=\"UTF-8\"?><result>");
        assertThat(booked.appcode()).isEqualTo("0000");
        assertThat(booked.text("serial")).isEqualTo(serial);
        assertThat(booked.text("YJJE")).isEqualTo("1102.00");
        assertThat(booked.text("JZSJ")).isEqualTo("20261123180000");
        assertThat(booked.text("DZDH")).hasSize(20);

        SoapCaller.Result again = caller.call("GD2001", serial, GuangdongFields.october(person, citizen, "䶮𠮷"));
        assertThat(again.document()).isEqualTo(booked.document());
        SoapCaller.Result inquired = caller.call("GD2009", Serials.next(), GuangdongFields.inquire(serial));
        assertThat(inquired.appcode()).isEqualTo("0000");
        assertThat(inquired.text("DZDH")).isEqualTo(booked.text("DZDH"));
        assertThat(simulator.ledger().totalFen()).isEqualTo(110_200);
    }

    @Test
    void tellsTheStatus() throws Exception {
        caller.call("GD2001", Serials.next(), GuangdongFields.october(person, citizen, "䶮𠮷"));
        SoapCaller.Result status = caller.call(
                "GD3001", Serials.next(), "<AAC001>" + person + "</AAC001><AAC147>" + citizen + "</AAC147>");

        assertThat(status.document())
                .contains("<rows><row><AAE140>110</AAE140><AAC031>1</AAC031><AAE042>202610</AAE042></row></rows>");
    }

    @Test
    void refusesAMonthThatIsPaidUnderAnotherSerial() throws Exception {
        caller.call("GD2001", Serials.next(), GuangdongFields.october(person, citizen, "䶮𠮷"));

        assertThat(caller.call("GD2001", Serials.next(), GuangdongFields.october(person, citizen, "䶮𠮷"))
                        .appcode())
                .isEqualTo("3002");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void keepsTheLedgerButNoSignInAcrossARestart() throws Exception {
        String serial = Serials.next();
        caller.call("GD2001", serial, GuangdongFields.october(person, citizen, "䶮𠮷"));
        simulator.close();
        simulator = Simulators.start("44", store, 0, clock, 1);
        SoapCaller again = new SoapCaller(simulator.endpoint());

        assertThat(again.call("GD2009", Serials.next(), GuangdongFields.inquire(serial))
                        .appcode())
                .isEqualTo("1001");
        again.signIn(simulator.password());
        assertThat(again.call("GD2009", Serials.next(), GuangdongFields.inquire(serial))
                        .text("YJJE"))
                .isEqualTo("1102.00");
    }
}
