package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words by which a layout says how fields are written: in a document and in a frame, to the far side and back. */
class LayoutWordsTest {
    private static final String SOAP = "44-guangdong.yaml";
    private static final String TCP = "51-sichuan.yaml";

    private final SoapStub guangdong = new SoapStub();
    private final TcpStub sichuan = new TcpStub();

    @TempDir
    Path folder;

    private Links links;

    @BeforeEach
    void profiles() {
        links = new Links(folder)
                .set("tongban.province.44.endpoint", guangdong.endpoint())
                .set("tongban.province.51.endpoint", sichuan.endpoint());
    }

    @AfterEach
    void close() throws IOException {
        guangdong.close();
        sichuan.close();
    }

    @Test
    void writesAndReadsMomentsMonthsAndSerialsByTheirPatterns() {
        formats(
                SOAP,
                "sent-at: {pattern: \"yyyy-MM-dd HH:mm:ss\"}, booked-at: {pattern: yyyy年MM月dd日},"
                        + " period: {pattern: yyyy-MM}, serial: {pattern: \"TB*-1\"}");
        guangdong.business = booking("TB" + Samples.SERIAL + "-1", "1102.00", "2026年11月23日");

        assertThat(withheld()).isEqualTo(booked("2026-11-22T16:00:00Z"));
        assertThat(guangdong.requests.get(1))
                .contains("<sendtime>2026-11-23 17:52:00</sendtime>", "<AAE002>2026-10</AAE002>")
                .contains("<serial>TB" + Samples.SERIAL + "-1</serial>");

        guangdong.business = booking(Samples.SERIAL, "1102.00", "2026年11月23日");
        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }

    @Test
    void readsAMonthOfAnAnswersRowByItsPattern() {
        formats(SOAP, "paid-through: {pattern: yyyy.MM}");
        guangdong.answering(
                "0000", "<rows><row><AAE140>110</AAE140><AAC031>1</AAC031><AAE042>2026.10</AAE042></row></rows>");

        try (ProvinceLink link = links.open()) {
            assertThat(((ProvinceReply.Accepted) link.send(Samples.query(Samples.GUANGDONG))).detail())
                    .isInstanceOfSatisfying(
                            ProvinceDetail.Covers.class,
                            covers -> assertThat(covers.covers())
                                    .singleElement()
                                    .extracting(ProvinceDetail.Cover::paidThrough)
                                    .isEqualTo(YearMonth.of(2026, 10)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {unit: fen} | 110200
            {unit: yuan, decimals: 4, digits: 12} | 00001102.0000
            {unit: yuan, decimals: 0} | 1102
            {unit: fen, digits: 12, signed: "yes"} | +000000110200
            """)
    void writesAndReadsAmounts(String format, String text) {
        formats(SOAP, "amount: " + format);
        guangdong.business = booking(Samples.SERIAL, text, "20261123175201");

        assertThat(withheld()).isEqualTo(booked("2026-11-23T09:52:01Z"));
        assertThat(guangdong.requests.get(1)).contains("<YJJE>" + text + "</YJJE>", "<AAE180>5510.00</AAE180>");

        guangdong.business = booking(Samples.SERIAL, "-1102.00", "20261123175201");
        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }

    @Test
    void sendsNoAmountThatTheProvinceHasNoPlaceFor() {
        formats(SOAP, "base: {unit: yuan, decimals: 0}");
        links.edit(SOAP, "base AAE180", "base AAE180");

        try (ProvinceLink link = links.open()) {
            ProvinceCommand.Withhold odd = new ProvinceCommand.Withhold(
                    Samples.GUANGDONG,
                    Samples.SERIAL,
                    Samples.PERSON,
                    "4400000001",
                    Samples.PENSION,
                    YearMonth.of(2026, 10),
                    551001,
                    110200,
                    Samples.PAYER);
            assertThat(link.send(odd))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Refused.class,
                            refused -> assertThat(refused.provinceText()).isEqualTo("base"));
        }
        assertThat(guangdong.requests).isEmpty();
    }

    @Test
    void writesConstantsAndWhatTheCitizenNumberSays() {
        links.edit(SOAP, "      - mobile AAC067\n", "      - birth-date AAC006\n      - sex AAC004\n");
        links.edit(SOAP, "serial serial, operator", "serial serial, =440000 area/@code, filler area/channel, operator");
        links.edit(SOAP, "  place:\n", "  sex: {system: GB/T 2261.1, map: {male: \"1\"}, default: \"9\"}\n  place:\n");
        formats(SOAP, "birth-date: {pattern: yyyy-MM-dd}");
        guangdong.answering("0000", "<AAC001>4400000001</AAC001>");

        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.GUANGDONG));
            link.send(Samples.register(
                    Samples.GUANGDONG, new InsuredPerson("110105194912310011", Samples.NAME, Samples.MOBILE)));
        }

        assertThat(guangdong.requests.get(1))
                .contains("<area code=\"440000\"><channel></channel></area>")
                .contains("<AAC006>1949-12-31</AAC006><AAC004>9</AAC004>");
        assertThat(guangdong.requests.get(2)).contains("<AAC004>1</AAC004>");
    }

    @Test
    void readsNoAnswerInWhichAnotherTextStandsWhereAConstantShould() {
        links.edit(SOAP, "reply: [return-code appcode,", "reply: [=2.0 version, return-code appcode,");
        guangdong.business = (http, request) -> SoapStub.reply(
                http,
                200,
                SoapStub.envelope(SoapStub.result(request, "0000", "<AAC001>4400000001</AAC001>")
                        .replace("<head>", "<head><version>1.0</version>")));
        guangdong.signIn = (http, request) -> SoapStub.reply(
                http,
                200,
                SoapStub.envelope(SoapStub.result(request, "0000", "<token>T-1</token>")
                        .replace("<head>", "<head><version>2.0</version>")));

        try (ProvinceLink link = links.open()) {
            assertThat(link.send(Samples.register(Samples.GUANGDONG)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @Test
    void takesACodeThatTheMapHasNotForItsDefault() {
        links.edit(SOAP, "map: {paying: \"1\"", "default: suspended\n    map: {paying: \"1\"");
        guangdong.answering("0000", "<rows><row><AAE140>110</AAE140><AAC031>7</AAC031><AAE042/></row></rows>");

        try (ProvinceLink link = links.open()) {
            assertThat(((ProvinceReply.Accepted) link.send(Samples.query(Samples.GUANGDONG))).detail())
                    .isInstanceOfSatisfying(
                            ProvinceDetail.Covers.class,
                            covers -> assertThat(covers.covers())
                                    .singleElement()
                                    .extracting(ProvinceDetail.Cover::state)
                                    .isEqualTo(ProvinceDetail.CoverState.SUSPENDED));
        }
    }

    @ParameterizedTest
    @CsvSource({"characters, 10, true", "characters, 9, false", "bytes, 20, true", "bytes, 19, false"})
    void countsAWidthInCharactersOrInOctetsOfTheCharset(String unit, int width, boolean carried) {
        links.edit(SOAP, "charset: UTF-8", "charset: GBK");
        links.edit(SOAP, "widths: {name: 50}", "widths-in: " + unit + "\n  widths: {name: " + width + "}");
        guangdong.answering("0000", "<AAC001>4400000001</AAC001>");

        try (ProvinceLink link = links.open()) {
            InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, "阿卜杜拉买买提江王小", Samples.MOBILE);
            assertThat(link.send(Samples.register(Samples.GUANGDONG, person)) instanceof ProvinceReply.Accepted)
                    .isEqualTo(carried);
        }
    }

    @Test
    void fillsAndSkipsPlacesOfAFrame() {
        links.edit(TCP, "sent-at 14, key 16]", "=44 4, filler 3, sent-at 19, key 16]");
        links.edit(TCP, "reply: [transaction 4,", "reply: [=V2 3, filler 2, transaction 4,");
        formats(TCP, "sent-at: {pattern: \"yyyy-MM-dd HH:mm:ss\"}, amount: {unit: yuan, decimals: 2, signed: \"yes\"}");
        sichuan.script = (request, out, socket) -> {
            String head = "V2 ??2001" + Samples.SERIAL + "0000" + " ".repeat(60);
            out.write(TcpStub.frame(head + "SC000000000000000001" + "+00001102.00" + "20261123175201"));
        };

        try (ProvinceLink link = links.open()) {
            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
        }
        String sent = new String(sichuan.requests.get(0), TcpStub.GBK);
        assertThat(sent)
                .contains("TONGBAN   44     2026-11-23 17:52:00")
                .contains("000000551000+00001102.00" + Samples.PAYER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sent-at 14 | =44000 4 | has the constant "44000", which is longer than its 4 bytes
            sent-at 14 | =𠮷 4 | has the constant "𠮷", which GBK cannot hold
            sent-at 14 | = 4 | has no text after its =
            receipt-number 20 | filler 20 | has no "receipt-number" in its reply
            insurances: [ | formats: {amount: {unit: fen, decimals: 2}}~insurances: [ | has no effect where the unit is fen
            insurances: [ | formats: {period: {pattern: yyyy}}~insurances: [ | is not a pattern that says this field whole
            insurances: [ | formats: {booked-at: {pattern: HHmmss}}~insurances: [ | is not a pattern
            insurances: [ | formats: {name: {pattern: yyyy}}~insurances: [ | has no format; remove it
            insurances: [ | formats: {serial: {pattern: "A*"}}~insurances: [ | "serial 20" is too narrow; a serial as formats.serial says has 21 characters
            """)
    void refusesWordsThatCannotBeFollowed(String old, String now, String why) {
        links.edit(TCP, old, now.replace("~", "\n"));

        assertThatThrownBy(links::open).hasStackTraceContaining(why);
    }

    private void formats(String file, String formats) {
        links.edit(file, "insurances: [", "formats: {" + formats + "}\ninsurances: [");
    }

    private static SoapStub.Script booking(String serial, String amount, String at) {
        return (http, request) -> SoapStub.reply(
                http,
                200,
                SoapStub.envelope(SoapStub.result(
                        serial, "0000", "", "<DZDH>GD1</DZDH><YJJE>" + amount + "</YJJE><JZSJ>" + at + "</JZSJ>")));
    }

    private static ProvinceReply booked(String at) {
        return new ProvinceReply.Accepted(
                Samples.SERIAL, new ProvinceDetail.Withheld("GD1", 110200, Instant.parse(at)));
    }

    private ProvinceReply withheld() {
        try (ProvinceLink link = links.open()) {
            return link.send(Samples.withhold(Samples.GUANGDONG));
        }
    }
}
