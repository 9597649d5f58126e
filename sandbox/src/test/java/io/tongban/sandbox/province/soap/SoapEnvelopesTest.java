package io.tongban.sandbox.province.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Citizens;
import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Xinjiang moves to its second envelope with the new year in Shanghai. */
class SoapEnvelopesTest {
    private static final Instant LAST_SECOND = Instant.parse("2026-12-31T15:59:59Z");
    private static final Instant FIRST_SECOND = Instant.parse("2026-12-31T16:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String SYSTEM_ERROR = "-1";

    private final TestClock clock = new TestClock();
    private final Simulator simulator = Simulators.start("65", TestStore.fresh(), 0, clock, 1);
    private final SoapCaller caller = new SoapCaller(simulator.endpoint());
    private final String citizen = Citizens.number(3);
    private String person;

    @BeforeEach
    void register() throws Exception {
        clock.at(LAST_SECOND);
        person = first(
                        "XJ01",
                        Serials.next(),
                        body("AAC058 01, AAC147 " + citizen + ", AAC003 阿依古丽·买买提, AAC067 " + "13900000017, CBLX 02"))
                .text("AAC001");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void takesTheFirstEnvelopeUntilTheLastSecondAndTheSecondFromTheFirst() throws Exception {
        assertThat(second("XJ02", Serials.next(), october()).text("Code")).isEmpty();
        assertThat(first("XJ02", Serials.next(), october()).appcode()).isEqualTo("1");

        clock.at(FIRST_SECOND);
        assertThat(first("XJ02", Serials.next(), october()).text("Code")).isEqualTo(SYSTEM_ERROR);
        SoapCaller.Result refused = second("XJ02", Serials.next(), october());
        assertThat(refused.text("Code")).isEqualTo("-202");
        assertThat(refused.document()).contains("<Answer version=\"2\"><Control><Code>-202</Code>");
        assertThat(simulator.ledger().bookings()).isEqualTo(1);
    }

    @Test
    void answersInquiriesInTheFirstEnvelopeForAWeek() throws Exception {
        String serial = Serials.next();
        SoapCaller.Result booked = first("XJ02", serial, october());

        clock.at(FIRST_SECOND);
        assertThat(inquired(serial).document()).contains("<result>").contains("<PZH>" + booked.text("PZH") + "</PZH>");
        clock.at(FIRST_SECOND.plus(WEEK).minusSeconds(1));
        assertThat(inquired(serial).appcode()).isEqualTo("1");
        clock.at(FIRST_SECOND.plus(WEEK));
        assertThat(first("XJ09", Serials.next(), body("YLSH " + serial)).text("Code"))
                .isEqualTo(SYSTEM_ERROR);
    }

    @Test
    void knowsAnOldSerialInTheSecondEnvelopeToo() throws Exception {
        String serial = Serials.next();
        SoapCaller.Result booked = first("XJ02", serial, october());

        clock.at(FIRST_SECOND);
        assertThat(second("XJ09", Serials.next(), body("YLSH " + serial)).text("PZH"))
                .isEqualTo(booked.text("PZH"));
    }

    @Test
    void takesNoOtherVersionOfTheSecondEnvelope() throws Exception {
        clock.at(FIRST_SECOND);
        String document = secondDocument("XJ00", Serials.next(), "<password>" + simulator.password() + "</password>");

        assertThat(caller.callWithDocument(document).text("Code")).isEqualTo("1");
        assertThat(caller.callWithDocument(document.replace("\"2\"", "\"1\"")).text("Code"))
                .isEqualTo(SYSTEM_ERROR);
        assertThat(caller.callWithDocument(document.replace(" version=\"2\"", ""))
                        .text("Code"))
                .isEqualTo(SYSTEM_ERROR);
    }

    private SoapCaller.Result inquired(String serial) throws Exception {
        return first("XJ09", Serials.next(), body("YLSH " + serial));
    }

    private String october() {
        return body("AAC001 " + person + ", AAC147 " + citizen + ", AAC003 阿依古丽·买买提, AAE140 110, AAE002 202610,"
                + " AAE180 5068.80, JFJE 1013.76, AAB001 91350100M000100Y43");
    }

    private static String body(String fields) {
        StringBuilder xml = new StringBuilder();
        for (String field : fields.split(", ?")) {
            String[] parts = field.split(" ");
            xml.append("<" + parts[0] + ">" + parts[1] + "</" + parts[0] + ">");
        }
        return xml.toString();
    }

    private SoapCaller.Result first(String transaction, String serial, String body) throws Exception {
        caller.token(caller.call("XJ00", Serials.next(), "<password>" + simulator.password() + "</password>")
                .text("token"));
        return caller.call(transaction, serial, body);
    }

    private SoapCaller.Result second(String transaction, String serial, String body) throws Exception {
        caller.token(caller.callWithDocument(
                        secondDocument("XJ00", Serials.next(), "<password>" + simulator.password() + "</password>"))
                .text("token"));
        return caller.callWithDocument(secondDocument(transaction, serial, body));
    }

    private String secondDocument(String transaction, String serial, String body) {
        return "<Data version=\"2\"><Control><Trans>" + transaction + "</Trans><Serial>" + serial
                + "</Serial><Operator>TONGBAN</Operator><Token>" + caller.token() + "</Token></Control><Business>"
                + body + "</Business></Data>";
    }
}
