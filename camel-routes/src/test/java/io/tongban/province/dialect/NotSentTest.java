package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuranceKind;
import io.tongban.province.InsuredPerson;
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
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot reach a province whole is refused here, before anything is sent. */
class NotSentTest {
    @TempDir
    static Path folder;

    private static SoapStub guangdong;
    private static TcpStub sichuan;
    private static ProvinceLink link;

    @BeforeAll
    static void open() {
        guangdong = new SoapStub();
        sichuan = new TcpStub();
        link = new Links(folder)
                .set("tongban.province.44.endpoint", guangdong.endpoint())
                .set("tongban.province.51.endpoint", sichuan.endpoint())
                .open();
    }

    @AfterAll
    static void close() throws IOException {
        link.close();
        guangdong.close();
        sichuan.close();
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(guangdong.requests).isEmpty();
        assertThat(sichuan.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "44, '王\u0001'",
        "44, '王\uD800'",
        "44, ''",
        "51, 㐂小明",
        "51, 𠮷小明",
        "51, \uE863小明",
        "51, 一二三四五六七八九十一二三四五六七八九十一"
    })
    void refusesANameThatTheProvinceCannotHold(ProvinceCode province, String name) {
        InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, name, Samples.MOBILE);

        assertThat(link.send(Samples.register(province, person)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-carried", "name"));
        assertThat(link.facts(province).orElseThrow().names().carries(name)).isFalse();
    }

    /** Under another kind's code the province would find nobody, or somebody else. */
    @Test
    void refusesACertificateThatTheProvinceHasNoCodeFor() {
        InsuredPerson resident = new InsuredPerson("810000199408230021", Samples.NAME, Samples.MOBILE);

        assertThat(link.send(Samples.register(Samples.GUANGDONG, resident)))
                .isEqualTo(new ProvinceReply.Refused(
                        Samples.SERIAL, RefusalReason.OTHER, "not-carried", "certificate-kind"));
    }

    @ParameterizedTest
    @CsvSource({"44, -1", "44, 1000000000000", "51, -1", "51, 1000000000000"})
    void refusesAnAmountThatTheFieldCannotHold(ProvinceCode province, long fen) {
        assertThat(link.send(withhold(province, Samples.PENSION, fen)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-carried", "amount"));
    }

    @ParameterizedTest
    @CsvSource({"44", "51"})
    void refusesAnInsuranceThatIsNotWithheldFor(ProvinceCode province) {
        assertThat(link.send(withhold(province, new InsuranceKind("AAE140:410"), 100)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-offered", "AAE140:410"));
    }

    @Test
    void refusesACommandThatTheProvinceDoesNotTakeOnline(@TempDir Path other) {
        Links links = new Links(other)
                .edit("51-sichuan.yaml", "code: \"1001\"\n    capability: online", "capability: manual\n    code: x")
                .edit(
                        "51-sichuan.yaml",
                        "    code: x\n    request: [citizen-number 18, name 40, mobile 11, place 1]\n",
                        "")
                .edit("51-sichuan.yaml", "    reply: [person-number 12]\n", "");

        try (ProvinceLink counter = links.open()) {
            assertThat(counter.send(Samples.register(Samples.SICHUAN)))
                    .isEqualTo(
                            new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-offered", "register"));
        }
    }

    private static ProvinceCommand withhold(ProvinceCode province, InsuranceKind kind, long fen) {
        return new ProvinceCommand.Withhold(
                province,
                Samples.SERIAL,
                Samples.PERSON,
                "4400000001",
                kind,
                YearMonth.of(2026, 10),
                551000,
                fen,
                Samples.PAYER);
    }
}
