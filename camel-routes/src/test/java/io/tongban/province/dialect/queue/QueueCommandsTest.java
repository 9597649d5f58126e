package io.tongban.province.dialect.queue;

import static io.tongban.province.farside.QueueStub.BOOKED;
import static io.tongban.province.farside.QueueStub.field;
import static io.tongban.province.farside.QueueStub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuranceKind;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.Samples;
import io.tongban.province.nearside.Unread;
import jakarta.jms.DeliveryMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueCommandsTest {
    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static QueueStub province;
    private static ProvinceLink link;

    @BeforeAll
    static void open() throws Exception {
        broker = new TestBroker().start();
        province = new QueueStub(broker);
        link = new Links(folder)
                .edit("41-henan.yaml", "connect: 2s, reply: 10s", "connect: 10s, reply: 20s")
                .set("tongban.province.41.endpoint", broker.endpoint())
                .open();
    }

    @AfterAll
    static void close() throws Exception {
        link.close();
        province.close();
        broker.close();
    }

    @BeforeEach
    void forget() {
        province.requests.clear();
    }

    @Test
    void registersAPerson() throws Exception {
        province.answering("0000", "<AAC001>4100000001</AAC001>");

        assertThat(link.send(Samples.register(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4100000001")));
        assertThat(sent())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><msg><head><jydm>HA1001</jydm>"
                        + "<lsh>W261123175200000001A</lsh><czy>TONGBAN</czy><fssj>20261123175200</fssj></head><body>"
                        + "<AAC147>11010519491231002X</AAC147><AAC003>王小明</AAC003><AAC067>13800000000</AAC067>"
                        + "<AAE173>1</AAE173></body></msg>");
    }

    /** A mere message must not cost an outcome. */
    @ParameterizedTest
    @ValueSource(strings = {"<?xml | \uFEFF<?xml", "完成 | 完&#xD842;&#xDFB7;成", "完成 | 完\u0001成", "完成 | 完&#1;成"})
    void readsAnOutcomeWhateverStandsBeforeItOrInItsMessage(String change) {
        String[] parts = change.split(" \\| ");
        province.script = (text, stub) -> stub.reply(
                QueueStub.field(text, "lsh"),
                QueueStub.message(text, "0000", "<AAC001>4100000001</AAC001>").replace(parts[0], parts[1]));

        assertThat(link.send(Samples.register(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4100000001")));
    }

    @Test
    void tellsTheOneWhoCallsWhatCannotBeJudgedAsItCame() {
        String body = BOOKED.replace("20261123175201", "yesterday");
        province.answering("0000", body);
        Unread unread = new Unread();

        assertThat(link.send(Samples.withhold(Samples.HENAN), unread))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        assertThat(unread.inCalls)
                .singleElement()
                .satisfies(text -> assertThat(text).endsWith("<body>" + body + "</body></msg>"));
    }

    @Test
    void withholdsAMonthByAPersistentMessageThatBearsItsSerial() throws Exception {
        province.answering("0000", BOOKED);

        assertThat(link.send(Samples.withhold(Samples.HENAN))).isEqualTo(accepted(Samples.SERIAL));
        assertThat(sent())
                .contains("<body><AAC001>4400000001</AAC001><AAC147>11010519491231002X</AAC147><AAC003>王小明</AAC003>"
                        + "<AAE140>110</AAE140><AAE002>202610</AAE002><AAE180>5510.00</AAE180><YJJE>1102.00</YJJE>"
                        + "<AAB001>91110108551385082Q</AAB001></body>");
        assertThat(province.requests.get(0).getJMSCorrelationID()).isEqualTo(Samples.SERIAL);
        assertThat(province.requests.get(0).getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        assertThat(province.requests.get(0).getJMSReplyTo()).isNull();
    }

    @Test
    void inquiresBySerialAndTakesTheReplyOfWhatItAskedAbout() throws Exception {
        province.script =
                (text, stub) -> stub.reply(field(text, "lsh"), message("HA2001", field(text, "lsh"), "0000", BOOKED));

        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.HENAN));

        assertThat(link.send(inquiry)).isEqualTo(accepted(inquiry.serial()));
        assertThat(sent()).contains("<jydm>HA2009</jydm>", "<body><OLDLSH>" + Samples.SERIAL + "</OLDLSH></body>");
    }

    @ParameterizedTest
    @CsvSource({"HA2009, 4004, SERIAL_NOT_FOUND", "HA2001, 4009, REVERSED", "HA2001, 3002, PERIOD_ALREADY_PAID"})
    void learnsByAnInquiryWhyThereIsNoBooking(String transaction, String code, RefusalReason reason) {
        province.script =
                (text, stub) -> stub.reply(field(text, "lsh"), message(transaction, field(text, "lsh"), code, ""));

        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.HENAN));

        assertThat(link.send(inquiry)).isEqualTo(new ProvinceReply.Refused(inquiry.serial(), reason, code, "完成"));
    }

    @Test
    void readsADaysTotalsAndItems() {
        province.answering(
                "0000",
                "<DZRQ>20261122</DZRQ><rows><row><JYLX>01</JYLX><AAE140>110</AAE140><BS>12</BS><YJJE>19200.01</YJJE></row><row><JYLX>02</JYLX><AAE140>110</AAE140><BS>1</BS><YJJE>1600.00</YJJE></row></rows>");
        assertThat(link.send(Samples.totals(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.TOTALS));
        province.answering(
                "0000",
                "<DZRQ>20261122</DZRQ><rows><row><JYLX>01</JYLX><OLDLSH>" + Samples.SERIAL
                        + "</OLDLSH><YJJE>1600.01</YJJE></row><row><JYLX>02</JYLX><OLDLSH>THEIRS-1</OLDLSH><YJJE>1600.00</YJJE></row></rows>");
        assertThat(link.send(Samples.items(Samples.HENAN, 3)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.ITEMS));
    }

    @Test
    void takesTotalsOfAnotherDayForNone() {
        province.answering(
                "0000",
                "<DZRQ>20261121</DZRQ><rows><row><JYLX>01</JYLX><AAE140>110</AAE140><BS>12</BS><YJJE>19200.01</YJJE></row><row><JYLX>02</JYLX><AAE140>110</AAE140><BS>1</BS><YJJE>1600.00</YJJE></row></rows>");
        assertThat(link.send(Samples.totals(Samples.HENAN)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause("unreadable")));
    }

    @Test
    void asksForTheStateOfEachInsurance() {
        province.answering(
                "0000",
                "<rows><row><AAE140>110</AAE140><AAC031>1</AAC031><AAE042>202610</AAE042></row>"
                        + "<row><AAE140>310</AAE140><AAC031>3</AAC031><AAE042/></row></rows>");

        ProvinceReply reply = link.send(Samples.query(Samples.HENAN));

        assertThat(((ProvinceReply.Accepted) reply).detail())
                .isEqualTo(new ProvinceDetail.Covers(List.of(
                        new ProvinceDetail.Cover(
                                Samples.PENSION, ProvinceDetail.CoverState.PAYING, YearMonth.of(2026, 10)),
                        new ProvinceDetail.Cover(
                                new InsuranceKind("AAE140:310"), ProvinceDetail.CoverState.ENDED, null))));
    }

    private static String sent() throws Exception {
        return province.requests.get(0).getText();
    }

    private static ProvinceReply accepted(String serial) {
        return new ProvinceReply.Accepted(
                serial, new ProvinceDetail.Withheld("HA20261123000001", 110200, Instant.parse("2026-11-23T09:52:01Z")));
    }
}
