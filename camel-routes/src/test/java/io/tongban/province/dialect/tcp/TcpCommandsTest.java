package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuranceKind;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpCommandsTest {
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";
    private static final String HEAD = "W261123175200000001A" + "TONGBAN   " + "20261123175200";

    private final TcpStub province = new TcpStub();

    @TempDir
    Path folder;

    private ProvinceLink link;

    @BeforeEach
    void open() {
        link = new Links(folder)
                .set("tongban.province.51.endpoint", province.endpoint())
                .open();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        province.close();
    }

    @Test
    void registersAPerson() throws Exception {
        province.answering("0000", "510000000001");

        ProvinceReply reply = link.send(Samples.register(Samples.SICHUAN));

        assertThat(reply)
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("510000000001")));
        assertThat(sent())
                .isEqualTo("1001" + HEAD + key("1001") + "11010519491231002X" + "王小明" + " ".repeat(34) + "13800000000"
                        + "1");
    }

    @Test
    void withholdsAMonth() {
        province.answering("0000", BOOKED);

        assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isEqualTo(accepted(Samples.SERIAL));
        assertThat(sent().substring(64))
                .isEqualTo("4400000001  " + "11010519491231002X" + "王小明" + " ".repeat(34) + "110" + "202610"
                        + "000000551000" + "000000110200" + "91110108551385082Q");
    }

    @Test
    void inquiresBySerial() {
        province.answering("0000", BOOKED);

        ProvinceCommand.Inquire inquiry = Samples.inquire(Samples.withhold(Samples.SICHUAN));

        assertThat(link.send(inquiry)).isEqualTo(accepted(inquiry.serial()));
        assertThat(sent()).startsWith("2009Q2611231752000000001");
        assertThat(sent().substring(64)).isEqualTo(Samples.SERIAL + "2001");
    }

    @Test
    void readsADaysTotalsAndItems() {
        province.answering(
                "0000", "20261122" + "02" + "01110000000120000000001920001" + "02110000000010000000000160000");
        assertThat(link.send(Samples.totals(Samples.SICHUAN)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.TOTALS));
        province.answering(
                "0000",
                "20261122" + "02" + "01" + Samples.SERIAL + "000000160001" + "02" + "THEIRS-1            "
                        + "000000160000");
        assertThat(link.send(Samples.items(Samples.SICHUAN, 3)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, Samples.ITEMS));
    }

    @Test
    void takesTotalsOfAnotherDayForNone() {
        province.answering(
                "0000", "20261121" + "02" + "01110000000120000000001920001" + "02110000000010000000000160000");
        assertThat(link.send(Samples.totals(Samples.SICHUAN)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause("unreadable")));
    }

    @Test
    void asksForTheStateOfEachInsurance() {
        province.answering("0000", "02" + "1101202610" + "3103      ");

        ProvinceReply reply = link.send(Samples.query(Samples.SICHUAN));

        assertThat(((ProvinceReply.Accepted) reply).detail())
                .isEqualTo(new ProvinceDetail.Covers(List.of(
                        new ProvinceDetail.Cover(
                                Samples.PENSION, ProvinceDetail.CoverState.PAYING, YearMonth.of(2026, 10)),
                        new ProvinceDetail.Cover(
                                new InsuranceKind("AAE140:310"), ProvinceDetail.CoverState.ENDED, null))));
    }

    @Test
    void opensAConnectionForEachCall() {
        province.answering("0000", "510000000001");

        for (int call = 0; call < 3; call++) {
            assertThat(link.send(Samples.register(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
        }

        assertThat(province.requests).hasSize(3);
    }

    private String sent() {
        byte[] request = province.requests.get(0);
        return TcpStub.text(request, 0, request.length);
    }

    private static String key(String transaction) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret-of-51".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        byte[] code = mac.doFinal(
                (transaction + "W261123175200000001ATONGBAN20261123175200").getBytes(StandardCharsets.US_ASCII));
        return java.util.HexFormat.of().withUpperCase().formatHex(code).substring(0, 16);
    }

    private static ProvinceReply accepted(String serial) {
        return new ProvinceReply.Accepted(
                serial, new ProvinceDetail.Withheld("SC20261123000001", 110200, Instant.parse("2026-11-23T09:52:01Z")));
    }
}
