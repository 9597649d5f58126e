package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"sm2", "hmac-sm3"})
class RestCommandsTest {
    private static final String[] BOOKED = {"dzdh", "ZJ20261123000001", "yjje", "110200", "jzsj", "20261123175201"};

    @Parameter
    String signature;

    @TempDir
    Path folder;

    private RestProvince province;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        province = new RestProvince(folder).signing(signature);
        link = province.links.open();
    }

    @AfterEach
    void close() {
        link.close();
        province.close();
    }

    @Test
    void registers() {
        province.stub.answering("0000", "aac001", "3300000001");

        assertThat(link.send(Samples.register(ZHEJIANG)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("3300000001")));
        assertThat(withoutSign(1))
                .isEqualTo(Map.of(
                        "appid", "TONGBAN",
                        "jydm", "ZJ1001",
                        "lsh", Samples.SERIAL,
                        "timestamp", "20261123175200",
                        "signno", "S-1",
                        "aac147", Samples.CITIZEN_NUMBER,
                        "aac003", Samples.NAME,
                        "aac067", Samples.MOBILE,
                        "aae173", "1"));
    }

    @Test
    void withholdsInWholeFen() {
        province.stub.answering("0000", BOOKED);

        assertThat(link.send(Samples.withhold(ZHEJIANG))).isEqualTo(booked(Samples.SERIAL));
        assertThat(withoutSign(1))
                .containsEntry("jydm", "ZJ2001")
                .containsEntry("aac001", "4400000001")
                .containsEntry("aae140", "110")
                .containsEntry("aae002", "202610")
                .containsEntry("aae180", "551000")
                .containsEntry("yjje", "110200")
                .containsEntry("aab001", Samples.PAYER);
    }

    @Test
    void inquiresBySerialAndTransaction() {
        province.stub.answering("0000", BOOKED);
        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(ZHEJIANG));

        assertThat(link.send(inquiry)).isEqualTo(booked(inquiry.serial()));
        assertThat(withoutSign(1))
                .containsEntry("jydm", "ZJ2009")
                .containsEntry("oldlsh", Samples.SERIAL)
                .containsEntry("oldjydm", "ZJ2001");
    }

    @Test
    void readsADaysTotalsAndItems() {
        province.stub.answering(
                "0000",
                "dzrq",
                "20261122",
                "rows",
                "[{\"jylx\":\"01\",\"aae140\":\"110\",\"bs\":\"12\",\"yjje\":\"1920001\"},{\"jylx\":\"02\",\"aae140\":\"110\",\"bs\":\"1\",\"yjje\":\"160000\"}]");
        assertThat(link.send(Samples.totals(ZHEJIANG)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.TOTALS));
        province.stub.answering(
                "0000",
                "dzrq",
                "20261122",
                "rows",
                "[{\"jylx\":\"01\",\"oldlsh\":\"" + Samples.SERIAL
                        + "\",\"yjje\":\"160001\"},{\"jylx\":\"02\",\"oldlsh\":\"THEIRS-1\",\"yjje\":\"160000\"}]");
        assertThat(link.send(Samples.items(ZHEJIANG, 3)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.ITEMS));
    }

    @Test
    void takesTotalsOfAnotherDayForNone() {
        province.stub.answering(
                "0000",
                "dzrq",
                "20261121",
                "rows",
                "[{\"jylx\":\"01\",\"aae140\":\"110\",\"bs\":\"12\",\"yjje\":\"1920001\"},{\"jylx\":\"02\",\"aae140\":\"110\",\"bs\":\"1\",\"yjje\":\"160000\"}]");
        assertThat(link.send(Samples.totals(ZHEJIANG)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause("unreadable")));
    }

    @Test
    void asksForTheStateOfEachInsurance() {
        province.stub.answering(
                "0000",
                "rows",
                "[{\"aae140\":\"110\",\"aac031\":\"1\",\"aae042\":\"202610\"},"
                        + "{\"aae140\":\"310\",\"aac031\":\"3\",\"aae042\":\"\"}]");

        ProvinceReply reply = link.send(Samples.query(ZHEJIANG));

        assertThat(((ProvinceReply.Accepted) reply).detail())
                .isEqualTo(new ProvinceDetail.Covers(List.of(
                        new ProvinceDetail.Cover(
                                Samples.PENSION, ProvinceDetail.CoverState.PAYING, YearMonth.of(2026, 10)),
                        new ProvinceDetail.Cover(
                                new InsuranceKind("AAE140:310"), ProvinceDetail.CoverState.ENDED, null))));
    }

    @Test
    void signsInOnceForManyCallsAndWithoutANumber() {
        province.stub.answering("0000", "aac001", "3300000001");

        link.send(Samples.register(ZHEJIANG));
        link.send(Samples.register(ZHEJIANG));

        assertThat(province.stub.transactions()).containsExactly("ZJ0001", "ZJ1001", "ZJ1001");
        assertThat(withoutSign(0)).containsOnlyKeys("appid", "jydm", "lsh", "timestamp");
    }

    @Test
    void refusesWhatItCannotCarryBeforeItSignsIn() {
        InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, "王&小明", Samples.MOBILE);

        assertThat(link.send(Samples.register(ZHEJIANG, person)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-carried", "name"));
        assertThat(link.facts(ZHEJIANG).orElseThrow().names().carries("王&小明")).isFalse();
        assertThat(link.facts(ZHEJIANG).orElseThrow().names().carries("䶮𠮷")).isTrue();
        assertThat(province.stub.requests).isEmpty();
    }

    private Map<String, String> withoutSign(int request) {
        Map<String, String> members = new TreeMap<>(province.stub.requests.get(request));
        members.remove("sign");
        return members;
    }

    private static ProvinceReply booked(String serial) {
        return new ProvinceReply.Accepted(
                serial, new ProvinceDetail.Withheld("ZJ20261123000001", 110200, Instant.parse("2026-11-23T09:52:01Z")));
    }
}
