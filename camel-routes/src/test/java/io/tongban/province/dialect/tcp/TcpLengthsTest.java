package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sichuan with the lengths that other provinces have. */
class TcpLengthsTest {
    private static final String BOOKED = "SC20261123000001    " + "000000110200" + "20261123175201";

    private static final String REVERSAL =
            "  reverse: {code: '2008', request: [asked-serial 20, asked-transaction 4]}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"4, no", "4, yes", "6, no", "6, yes", "8, no", "8, yes"})
    void withholdsAndTakesBackWhateverTheLengthLooksLike(int digits, String countsItself) throws IOException {
        boolean counted = countsItself.equals("yes");
        try (TcpStub province = new TcpStub(digits, counted);
                ProvinceLink link = link(province, digits, countsItself)) {
            province.script = (request, out, socket) -> {
                boolean withhold = TcpStub.text(request, 0, 4).equals("2001");
                byte[] reply = (TcpStub.head(request, "0000") + (withhold ? BOOKED : "")).getBytes(TcpStub.GBK);
                String length = String.format("%0" + digits + "d", reply.length + (counted ? digits : 0));
                out.write(length.getBytes(StandardCharsets.US_ASCII));
                out.write(reply);
            };

            assertThat(link.send(Samples.withhold(Samples.SICHUAN))).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(link.send(reversal()))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.REVERSED));
            byte[] asked = province.requests.get(1);
            assertThat(TcpStub.text(asked, 0, 4)).isEqualTo("2008");
            assertThat(TcpStub.text(asked, 64, asked.length - 64)).isEqualTo(Samples.SERIAL + "2001");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, no, 9999",
        "4, yes, 0003",
        "4, yes, 0000",
        "6, yes, 000005",
        "6, yes, 999999",
        "8, no, 00999999",
        "8, no, 99999999",
        "8, yes, 00000007",
        "8, yes, -0000001",
        "8, no, 0000 134"
    })
    void refusesALengthThatIsNone(int digits, String countsItself, String length) throws IOException {
        try (TcpStub province = new TcpStub(digits, countsItself.equals("yes"));
                ProvinceLink link = link(province, digits, countsItself)) {
            province.script = (request, out, socket) ->
                    out.write((length + TcpStub.head(request, "0000") + BOOKED).getBytes(TcpStub.GBK));

            assertThat(link.send(Samples.withhold(Samples.SICHUAN)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    @Test
    void stopsTheStartOnALayoutThatNoLengthCanTell() throws IOException {
        try (TcpStub province = new TcpStub()) {
            Links links = links(province, 4, "yes").edit("51-sichuan.yaml", "name 40, mobile", "name 9950, mobile");

            assertThatThrownBy(links::open)
                    .hasMessage("51-sichuan.yaml: a request of 10044 bytes cannot be told by a length of 4 digits");
        }
    }

    private ProvinceLink link(TcpStub province, int digits, String countsItself) {
        return links(province, digits, countsItself).open();
    }

    private Links links(TcpStub province, int digits, String countsItself) {
        return new Links(folder)
                .edit("51-sichuan.yaml", "insurances:", """
                        options:
                          length-octets: %d
                          length-counts-itself: "%s"
                        insurances:""".formatted(digits, countsItself))
                .edit("51-sichuan.yaml", "  query-status:", REVERSAL + "  query-status:")
                .set("tongban.province.51.endpoint", province.endpoint());
    }

    private static ProvinceCommand.Reverse reversal() {
        return new ProvinceCommand.Reverse(Samples.SICHUAN, "Q2611231752000000001", Samples.withhold(Samples.SICHUAN));
    }
}
