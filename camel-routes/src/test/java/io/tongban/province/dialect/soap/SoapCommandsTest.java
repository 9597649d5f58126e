package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.CertificateKind;
import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapCommandsTest {
    private static final String BOOKED = "<DZDH>GD20261123000001</DZDH><YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ>";

    private final SoapStub province = new SoapStub();

    @TempDir
    Path folder;

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = new Links(folder)
                .set("tongban.province.44.endpoint", province.endpoint())
                .open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @Test
    void registersAPerson() {
        province.answering("0000", "<AAC001>4400000001</AAC001>");

        ProvinceReply reply = link.send(Samples.register(Samples.GUANGDONG));

        assertThat(reply)
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4400000001")));
        assertThat(province.requests.get(1))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><business><head><transcode>GD1001</transcode>"
                        + "<serial>W261123175200000001A</serial><operator>TONGBAN</operator><token>T-1</token>"
                        + "<sendtime>20261123175200</sendtime></head><body><AAC058>01</AAC058>"
                        + "<AAC147>11010519491231002X</AAC147><AAC003>王小明</AAC003><AAC067>13800000000</AAC067>"
                        + "<AAE173>1</AAE173></body></business>");
    }

    @ParameterizedTest
    @CsvSource({
        "911156199101010034, foreign-permanent-residence, 07",
        "810000199408230021, residence-permit-hmt, 17",
        "11010519491231002X, identity-card, 01"
    })
    void saysWhatKindOfCertificateTheNumberStandsOn(String number, String kind, String code, @TempDir Path other) {
        Links links = new Links(other)
                .edit(
                        "44-guangdong.yaml",
                        "{identity-card: \"01\",",
                        "{identity-card: \"01\", residence-permit-hmt: \"17\",")
                .set("tongban.province.44.endpoint", province.endpoint());
        province.answering("0000", "<AAC001>4400000001</AAC001>");

        try (ProvinceLink agreed = links.open()) {
            agreed.send(Samples.register(Samples.GUANGDONG, new InsuredPerson(number, Samples.NAME, Samples.MOBILE)));
        }

        assertThat(CertificateKind.of(number).name())
                .isEqualTo(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(province.requests.get(1)).contains("<AAC058>" + code + "</AAC058><AAC147>" + number + "</AAC147>");
    }

    @Test
    void withholdsAMonth() {
        province.answering("0000", BOOKED);

        ProvinceReply reply = link.send(Samples.withhold(Samples.GUANGDONG));

        assertThat(reply).isEqualTo(accepted(Samples.SERIAL));
        assertThat(province.requests.get(1))
                .contains("<body><AAC001>4400000001</AAC001><AAC147>11010519491231002X</AAC147><AAC003>王小明</AAC003>"
                        + "<AAE140>110</AAE140><AAE002>202610</AAE002><AAE180>5510.00</AAE180><YJJE>1102.00</YJJE>"
                        + "<AAB001>91110108551385082Q</AAB001></body>");
    }

    @Test
    void inquiresBySerial() {
        province.answering("0000", BOOKED);

        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.GUANGDONG));

        assertThat(link.send(inquiry)).isEqualTo(accepted(inquiry.serial()));
        assertThat(province.requests.get(1))
                .contains(
                        "<transcode>GD2009</transcode>", "<body><OLDSERIAL>" + Samples.SERIAL + "</OLDSERIAL></body>");
    }

    @Test
    void readsADaysTotalsAndItems() {
        province.answering(
                "0000",
                "<DZRQ>20261122</DZRQ><rows><row><JYLX>01</JYLX><AAE140>110</AAE140><BS>12</BS><YJJE>19200.01</YJJE></row><row><JYLX>02</JYLX><AAE140>110</AAE140><BS>1</BS><YJJE>1600.00</YJJE></row></rows>");
        assertThat(link.send(Samples.totals(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.TOTALS));
        province.answering(
                "0000",
                "<DZRQ>20261122</DZRQ><rows><row><JYLX>01</JYLX><OLDSERIAL>" + Samples.SERIAL
                        + "</OLDSERIAL><YJJE>1600.01</YJJE></row><row><JYLX>02</JYLX><OLDSERIAL>THEIRS-1</OLDSERIAL><YJJE>1600.00</YJJE></row></rows>");
        assertThat(link.send(Samples.items(Samples.GUANGDONG, 3)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.ITEMS));
    }

    @Test
    void takesTotalsOfAnotherDayForNone() {
        province.answering(
                "0000",
                "<DZRQ>20261121</DZRQ><rows><row><JYLX>01</JYLX><AAE140>110</AAE140><BS>12</BS><YJJE>19200.01</YJJE></row><row><JYLX>02</JYLX><AAE140>110</AAE140><BS>1</BS><YJJE>1600.00</YJJE></row></rows>");
        assertThat(link.send(Samples.totals(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause("unreadable")));
    }

    @Test
    void asksForTheStateOfEachInsurance() {
        province.answering(
                "0000",
                "<rows><row><AAE140>110</AAE140><AAC031>1</AAC031><AAE042>202610</AAE042></row>"
                        + "<row><AAE140>310</AAE140><AAC031>3</AAC031><AAE042/></row></rows>");

        ProvinceReply reply = link.send(Samples.query(Samples.GUANGDONG));

        assertThat(((ProvinceReply.Accepted) reply).detail())
                .isEqualTo(new ProvinceDetail.Covers(java.util.List.of(
                        new ProvinceDetail.Cover(
                                Samples.PENSION, ProvinceDetail.CoverState.PAYING, YearMonth.of(2026, 10)),
                        new ProvinceDetail.Cover(
                                new InsuranceKind("AAE140:310"), ProvinceDetail.CoverState.ENDED, null))));
    }

    @Test
    void signsInOnceForManyCalls() {
        province.answering("0000", "<AAC001>4400000001</AAC001>");

        link.send(Samples.register(Samples.GUANGDONG));
        link.send(Samples.register(Samples.GUANGDONG));

        assertThat(province.requests)
                .extracting(request -> SoapStub.field(request, "transcode"))
                .containsExactly("SIGNIN", "GD1001", "GD1001");
        assertThat(SoapStub.field(province.requests.get(0), "password")).isEqualTo("secret-of-44");
    }

    private static ProvinceReply accepted(String serial) {
        return new ProvinceReply.Accepted(
                serial, new ProvinceDetail.Withheld("GD20261123000001", 110200, Instant.parse("2026-11-23T09:52:01Z")));
    }
}
