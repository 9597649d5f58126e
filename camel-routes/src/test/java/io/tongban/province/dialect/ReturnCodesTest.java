package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCodesTest {
    private static final SoapStub GUANGDONG = new SoapStub();
    private static final TcpStub SICHUAN = new TcpStub();

    @TempDir
    static Path folder;

    private static ProvinceLink link;

    @BeforeAll
    static void open() {
        link = new Links(folder)
                .set("tongban.province.44.endpoint", GUANGDONG.endpoint())
                .set("tongban.province.51.endpoint", SICHUAN.endpoint())
                .open();
    }

    @AfterAll
    static void close() throws IOException {
        link.close();
        GUANGDONG.close();
        SICHUAN.close();
    }

    @ParameterizedTest
    @CsvSource({
        "44, 2001, PERSON_UNKNOWN",
        "44, 2002, IDENTITY_MISMATCH",
        "44, 2003, NOT_ELIGIBLE",
        "44, 3001, AMOUNT_NOT_ALLOWED",
        "44, 3002, PERIOD_ALREADY_PAID",
        "51, B001, PERSON_UNKNOWN",
        "51, B002, IDENTITY_MISMATCH",
        "51, B003, NOT_ELIGIBLE",
        "51, C001, AMOUNT_NOT_ALLOWED",
        "51, C002, PERIOD_ALREADY_PAID"
    })
    void refusesForTheReasonThatTheProvinceGives(ProvinceCode province, String code, RefusalReason reason) {
        assertThat(sent(province, code)).isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, reason, code, "完成"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<YJJE></YJJE>", "<YJJE>nothing</YJJE><DZDH/>"})
    void readsNoBodyOfARefusal(String body) {
        GUANGDONG.answering("3002", body);

        assertThat(link.send(Samples.withhold(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.PERIOD_ALREADY_PAID, "3002", "完成"));
    }

    @ParameterizedTest
    @CsvSource({"44, 5000", "51, E500"})
    void isPendingWhileTheProvinceIsAtWork(ProvinceCode province, String code) {
        assertThat(sent(province, code)).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
    }

    @ParameterizedTest
    @CsvSource({
        "44, 9999, uncertain",
        "51, Z999, uncertain",
        "44, 1002, access-refused",
        "51, A001, access-refused",
        "44, 7777, code-unknown",
        "51, X777, code-unknown",
        "44, 4004, code-unexpected",
        "51, D404, code-unexpected"
    })
    void isUnknownWhenTheProvinceDoesNotSayYesOrNo(ProvinceCode province, String code, String cause) {
        assertThat(sent(province, code)).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }

    @ParameterizedTest
    @CsvSource({"44, 4004", "51, D404"})
    void anInquiryCanLearnThatNothingEverArrived(ProvinceCode province, String code) {
        answering(code);
        ProvinceCommand inquiry = Samples.inquire(Samples.withhold(province));

        assertThat(link.send(inquiry))
                .isEqualTo(new ProvinceReply.Refused(inquiry.serial(), RefusalReason.SERIAL_NOT_FOUND, code, "完成"));
    }

    private static ProvinceReply sent(ProvinceCode province, String code) {
        answering(code);
        return link.send(Samples.withhold(province));
    }

    private static void answering(String code) {
        GUANGDONG.answering(code, "");
        SICHUAN.answering(code, "");
    }
}
