package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.farside.FileLinks;
import io.tongban.province.farside.QueueStub;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.farside.TestBroker;
import io.tongban.province.nearside.KeptInbox;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A province that writes day and time of a moment apart: both are written, and one of them alone says nothing. */
class MomentsApartTest {
    private static final Instant BOOKED_AT = Instant.parse("2026-11-23T01:30:05Z");

    @TempDir
    Path folder;

    @Test
    void inADocument() throws Exception {
        try (SoapStub province = new SoapStub()) {
            Links links = new Links(folder)
                    .set("tongban.province.44.endpoint", province.endpoint())
                    .edit("44-guangdong.yaml", "sent-at sendtime]", "sent-at senddate, sent-time sendtime]")
                    .edit("44-guangdong.yaml", "booked-at JZSJ]", "booked-at JZRQ, booked-time JZSJ]")
                    .edit(
                            "44-guangdong.yaml",
                            "insurances: [",
                            "formats: {sent-at: {pattern: yyyy-MM-dd}, sent-time: {pattern: \"HH:mm:ss\"},"
                                    + " booked-at: {pattern: yyyy/MM/dd}, booked-time: {pattern: \"HH:mm\"}}\n"
                                    + "insurances: [");
            try (ProvinceLink link = links.open()) {
                province.answering("0000", document("2026/11/23", "09:30"));
                assertBookedAt(link, Samples.GUANGDONG, Instant.parse("2026-11-23T01:30:00Z"));
                assertThat(province.requests.get(1))
                        .contains("<senddate>2026-11-23</senddate><sendtime>17:52:00</sendtime>");

                province.answering("0000", document("", "09:30"));
                assertUnreadable(link, Samples.GUANGDONG);
                province.answering("0000", document("2026/11/23", ""));
                assertUnreadable(link, Samples.GUANGDONG);
                province.answering("0000", document("2026/11/23", "24:00"));
                assertUnreadable(link, Samples.GUANGDONG);
                province.answering("0000", document("2026/11/23 09:30", "09:30"));
                assertUnreadable(link, Samples.GUANGDONG);
            }
        }
    }

    private static String document(String day, String time) {
        return "<DZDH>GD1</DZDH><YJJE>1102.00</YJJE><JZRQ>" + day + "</JZRQ><JZSJ>" + time + "</JZSJ>";
    }

    @Test
    void inAFrame() throws Exception {
        try (TcpStub province = new TcpStub()) {
            Links links = sichuan().set("tongban.province.51.endpoint", province.endpoint());
            try (ProvinceLink link = links.open()) {
                province.answering("0000", "SC000000000000000001" + "000000110200" + "20261123" + "093005");
                assertBookedAt(link, Samples.SICHUAN, BOOKED_AT);
                assertThat(TcpStub.text(province.requests.get(0), 34, 14)).isEqualTo("20261123175200");

                province.answering("0000", "SC000000000000000001" + "000000110200" + "20261123" + "      ");
                assertUnreadable(link, Samples.SICHUAN);
                province.answering("0000", "SC000000000000000001" + "000000110200" + "        " + "093005");
                assertUnreadable(link, Samples.SICHUAN);
            }
        }
    }

    private Links sichuan() {
        return new Links(folder)
                .edit("51-sichuan.yaml", "sent-at 14, key 16]", "sent-at 8, sent-time 6, key 16]")
                .edit("51-sichuan.yaml", "booked-at 14]", "booked-at 8, booked-time 6]");
    }

    @Test
    void inAMessageAndInANotice() throws Exception {
        KeptInbox inbox = new KeptInbox();
        try (TestBroker broker = new TestBroker().start();
                QueueStub province = new QueueStub(broker);
                ProvinceLink link = new Links(folder)
                        .inbox(inbox)
                        .set("tongban.province.41.endpoint", broker.endpoint())
                        .edit("41-henan.yaml", "connect: 2s, reply: 10s", "connect: 10s, reply: 20s")
                        .edit("41-henan.yaml", "sent-at fssj]", "sent-at fsrq, sent-time fssj]")
                        .edit("41-henan.yaml", "booked-at JZSJ]", "booked-at JZRQ, booked-time JZSJ]")
                        .open()) {
            province.answering("0000", document("20261123", "093005"));
            assertBookedAt(link, Samples.HENAN, BOOKED_AT);
            assertThat(province.request()).contains("<fsrq>20261123</fsrq><fssj>175200</fssj>");

            province.answering("0000", document("", "093005"));
            assertUnreadable(link, Samples.HENAN);

            province.reply(
                    Samples.SERIAL,
                    QueueStub.message("HA2900", Samples.SERIAL, "0000", "<JZRQ>20261125</JZRQ><JZSJ>080000</JZSJ>"));
            assertThat(inbox.nextReversal()).isEqualTo(Samples.SERIAL + " 2026-11-25T00:00:00Z");
        }
    }

    @Test
    void inJsonAndByTheProvincesClock() {
        try (RestProvince province = new RestProvince(folder)) {
            province.links
                    .edit("33-zhejiang.yaml", "sent-at timestamp", "sent-at rq, sent-time sj")
                    .edit("33-zhejiang.yaml", "booked-at jzsj]", "booked-at jzrq, booked-time jzsj]");
            RestStub stub = province.stub;
            stub.signIn = (http, request) -> RestStub.reply(
                    http, 200, stub.answer(request, "0000", "signno", "S-1", "rq", "20261123", "sj", "175200"));
            try (ProvinceLink link = province.links.open()) {
                stub.answering(
                        "0000",
                        "rq",
                        "20261123",
                        "sj",
                        "175200",
                        "dzdh",
                        "ZJ1",
                        "yjje",
                        "110200",
                        "jzrq",
                        "20261123",
                        "jzsj",
                        "093005");
                assertBookedAt(link, RestProvince.ZHEJIANG, BOOKED_AT);
                assertThat(stub.requests.get(1)).containsEntry("rq", "20261123").containsEntry("sj", "175200");

                stub.answering(
                        "0000", "rq", "20261123", "sj", "175200", "dzdh", "ZJ1", "yjje", "110200", "jzsj", "093005");
                assertUnreadable(link, RestProvince.ZHEJIANG);

                // Its clock stands at two minutes past six, which it says with its refusal.
                stub.business = (http, request) -> {
                    boolean right = request.get("sj").equals("180200");
                    RestStub.reply(
                            http,
                            200,
                            stub.answer(
                                    request,
                                    right ? "0000" : "1003",
                                    "rq",
                                    "20261123",
                                    "sj",
                                    "180200",
                                    "aac001",
                                    "331"));
                };
                assertThat(link.send(Samples.register(RestProvince.ZHEJIANG)))
                        .isInstanceOf(ProvinceReply.Accepted.class);
            }
        }
    }

    @Test
    void inColumns() {
        try (ExchangeStub province = new ExchangeStub()) {
            province.run("alter table \"Qzk\".\"WbJh\" add \"FSRQ\" text, add \"HZRQ\" text");
            Links links = Dongting.unhurried(folder, province.endpoint())
                    .edit("98-dongting.yaml", "sent-at SJ]", "sent-at FSRQ, sent-time SJ]")
                    .edit("98-dongting.yaml", "booked-at HZSJ]", "booked-at HZRQ, booked-time HZSJ]");
            try (ProvinceLink link = links.open()) {
                province.answering(
                        Dongting.BOOKED.replace("'20261123175201'", "'093005'") + " new.\"HZRQ\" := '20261123';");
                assertBookedAt(link, Samples.DONGTING, BOOKED_AT);
                assertThat(province.texts("select \"FSRQ\" || ' ' || \"SJ\" from \"Qzk\".\"WbJh\""))
                        .containsExactly("20261123 175200");

                province.run("delete from \"Qzk\".\"WbJh\"");
                province.answering(
                        Dongting.BOOKED.replace("'20261123175201'", "'930'") + " new.\"HZRQ\" := '20261123';");
                assertUnreadable(link, Samples.DONGTING);
            }
        }
    }

    @Test
    void inARow() throws Exception {
        MemorySpool spool = new MemorySpool();
        KeptInbox inbox = new KeptInbox();
        try (SftpStub province = new SftpStub(folder);
                ProvinceLink link = FileLinks.links(folder, province)
                        .spool(spool)
                        .inbox(inbox)
                        .edit("34-anhui.yaml", "request: [serial]", "request: [serial, sent-at, sent-time]")
                        .edit("34-anhui.yaml", "booked-at]", "booked-at, booked-time]")
                        .open()) {
            link.send(Samples.withhold(Samples.ANHUI));
            spool.uploaded();
            String file = "JS2001_TONGBAN_20261123_001";
            assertThat(province.text(file + ".txt")).startsWith(Samples.SERIAL + "|20261123|175200|4400000001|");

            String booked = Samples.SERIAL + "|0000|交易成功|34202611230000000001|110200|20261123|%s\nTOTAL|1|110200\n";
            province.reply(file, String.format(booked, ""));
            spool.round();
            assertThat(inbox.replies).isEmpty();
            province.reply(file + ".2", String.format(booked, "093005"));
            assertThat(inbox.next()).isEqualTo(booked(BOOKED_AT));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sent-at 8, sent-time 6 | sent-time 6 | has "sent-time" and not the day that it is of, "sent-at"
            sent-at 8, sent-time 6 | sent-at 14 | is of a field that stands in no layout; remove it
            booked-at 8, booked-time 6 | booked-at 8, filler 6 | is of a field that stands in no layout; remove it
            booked-time: {pattern: HHmmss} | booked-time: {pattern: yyyyMMdd} | is not a pattern that says this field whole
            booked-time: {pattern: HHmmss} | booked-time: {pattern: HH} | is not a pattern that says this field whole
            sent-time: {pattern: HHmmss} | sent-at: {pattern: yyyyMMddHHmm} | says the time of the day, as "sent-time" does
            receipt-number 20]# | receipt-number 20, booked-at 8]# | has "booked-at" alone, and elsewhere "booked-time"
            """)
    void refusesHalfAMomentAndOneThatIsSaidTwice(String old, String now, String why) {
        Links links = sichuan()
                .edit(
                        "51-sichuan.yaml",
                        "insurances: [",
                        "formats: {sent-time: {pattern: HHmmss}, booked-time: {pattern: HHmmss}}\ninsurances: [")
                .edit("51-sichuan.yaml", old.replace("#", "\n  correct:"), now.replace("#", "\n  correct:"));

        assertThatThrownBy(links::open).hasStackTraceContaining(why);
    }

    private static ProvinceReply booked(Instant at) {
        return new ProvinceReply.Accepted(
                Samples.SERIAL, new ProvinceDetail.Withheld("34202611230000000001", 110200, at));
    }

    private static void assertBookedAt(ProvinceLink link, ProvinceCode province, Instant at) {
        assertThat(link.send(Samples.withhold(province)))
                .isInstanceOfSatisfying(
                        ProvinceReply.Accepted.class,
                        accepted -> assertThat(accepted.detail())
                                .isInstanceOfSatisfying(
                                        ProvinceDetail.Withheld.class,
                                        withheld ->
                                                assertThat(withheld.bookedAt()).isEqualTo(at)));
    }

    private static void assertUnreadable(ProvinceLink link, ProvinceCode province) {
        assertThat(link.send(Samples.withhold(province)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }
}
