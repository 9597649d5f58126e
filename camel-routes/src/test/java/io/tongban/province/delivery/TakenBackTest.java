package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCall;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Sichuan that takes no inquiries. */
class TakenBackTest {
    private static final String INQUIRE = """
            inquire:
              code: "2009"
              capability: online
              request: [asked-serial 20, asked-transaction 4]
            """.indent(2);
    private static final String REVERSE = """
            reverse:
              code: "2900"
              request: [asked-serial 20, asked-transaction 4]
            """.indent(2);

    private final TcpStub province = new TcpStub();

    @TempDir
    Path folder;

    private ProvinceLink link;

    private void open(String insteadOfInquiries) {
        link = links(insteadOfInquiries).open();
    }

    private Links links(String insteadOfInquiries) {
        return new Links(folder)
                .edit("51-sichuan.yaml", INQUIRE, insteadOfInquiries)
                .set("tongban.province.51.endpoint", province.endpoint());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        province.close();
    }

    @ParameterizedTest
    @CsvSource({"0000", "D404"})
    void endsAWithholdingThatWasTakenBackOrWasNeverThere(String code) {
        open(REVERSE);
        province.answering(code, "");

        assertThat(withheld()).isInstanceOfSatisfying(ProvinceReply.Refused.class, refused -> {
            assertThat(refused.serial()).isEqualTo(Samples.SERIAL);
            assertThat(refused.reason()).isEqualTo(RefusalReason.REVERSED);
            assertThat(refused.provinceCode()).isEqualTo(code);
            assertThat(refused.provinceText()).startsWith("完成");
        });
        assertThat(transactions()).containsExactly("2900");
        assertThat(TcpStub.text(province.requests.get(0), 64, 24)).isEqualTo(Samples.SERIAL + "2001");
    }

    @ParameterizedTest
    @CsvSource({"E500, not-reversed", "B001, not-reversed", "Z999, uncertain", "9999, code-unknown"})
    void leavesOpenWhatWasNotSurelyTakenBack(String code, String cause) {
        open(REVERSE);
        province.answering(code, "");

        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }

    @Test
    void asksUnderANewSerialEachTime() {
        open(REVERSE);
        province.script = (request, out, socket) -> {};

        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.CONNECTION_CUT));
        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.CONNECTION_CUT));
        assertThat(province.requests)
                .extracting(request -> TcpStub.text(request, 4, 20))
                .doesNotHaveDuplicates()
                .allSatisfy(serial -> assertThat(serial).matches("Q261123175200[0-9A-Z]{7}"));
    }

    @Test
    void tellsTheLogOfTheReversal() {
        open(REVERSE);
        province.answering("0000", "");
        List<ProvinceCall> calls = new ArrayList<>();
        link.resume(Samples.withhold(Samples.SICHUAN), Samples.CLOCK.instant(), calls::add);

        assertThat(calls)
                .extracting(ProvinceCall::kind, ProvinceCall::outcome, ProvinceCall::cause)
                .containsExactly(tuple(TransactionKind.REVERSE, "refused", "reversed"));
    }

    @Test
    void prefersToInquireWhereBothCanBeDone() {
        open(INQUIRE + REVERSE);
        province.answering("E500", "");

        assertThat(withheld()).isEqualTo(new ProvinceReply.Pending(Samples.SERIAL, null));
        assertThat(transactions()).containsExactly("2009");
    }

    @Test
    void neverSendsBlindWhereNeitherCanBeDone() {
        open("");

        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_INQUIRABLE));
        assertThat(registered()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_INQUIRABLE));
        assertThat(province.requests).isEmpty();
    }

    @Test
    void takesNoRegistrationBack() {
        open(REVERSE);

        assertThat(registered()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_INQUIRABLE));
        assertThat(province.requests).isEmpty();
    }

    @Test
    void registersAgainUnderTheSameSerialWhereTheProvinceAnswersAsBefore() {
        link = links(REVERSE)
                .edit("51-sichuan.yaml", "code: \"1001\"\n", "code: \"1001\"\n    repeatable: yes\n")
                .open();
        province.answering("0000", "510000000001");

        assertThat(registered())
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("510000000001")));
        assertThat(transactions()).containsExactly("1001");
        assertThat(TcpStub.text(province.requests.get(0), 4, 20)).isEqualTo(Samples.SERIAL);
    }

    @Test
    void doesNotRegisterAgainWithAVersionThatHasEnded() {
        link = links("")
                .edit("51-sichuan.yaml", "code: \"1001\"\n", "code: \"1001\"\n    repeatable: yes\n")
                .edit("51-sichuan.yaml", "from: 2025-01-01", "from: 2025-01-01, to: 2026-11-22")
                .open();

        assertThat(link.resume(
                        Samples.register(Samples.SICHUAN),
                        Samples.CLOCK.instant().minus(Duration.ofDays(1))))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.VERSION_ENDED));
        assertThat(province.requests).isEmpty();
    }

    private ProvinceReply withheld() {
        return link.resume(Samples.withhold(Samples.SICHUAN), Samples.CLOCK.instant());
    }

    private ProvinceReply registered() {
        return link.resume(Samples.register(Samples.SICHUAN), Samples.CLOCK.instant());
    }

    private List<String> transactions() {
        return province.requests.stream()
                .map(request -> new String(request, 0, 4, StandardCharsets.US_ASCII))
                .toList();
    }
}
