package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever bytes come back: never an exception, and never a yes. */
class HostileAnswersTest {
    private static SoapStub guangdong;
    private static TcpStub sichuan;
    private static RestProvince zhejiang;
    private static ProvinceLink link;

    @BeforeContainer
    static void open() throws IOException {
        guangdong = new SoapStub();
        sichuan = new TcpStub();
        Path folder = Files.createTempDirectory("profiles");
        zhejiang = new RestProvince(folder);
        link = zhejiang.links
                .set("tongban.province.44.endpoint", guangdong.endpoint())
                .set("tongban.province.51.endpoint", sichuan.endpoint())
                .open();
    }

    @AfterContainer
    static void close() throws IOException {
        link.close();
        guangdong.close();
        sichuan.close();
        zhejiang.close();
    }

    @Property(tries = 100)
    void rawBytesInPlaceOfAFrame(@ForAll @Size(max = 300) byte[] bytes) {
        sichuan.script = (request, out, socket) -> out.write(bytes);

        assertNotAccepted(Samples.SICHUAN);
    }

    @Property(tries = 100)
    void aGoodHeadWithABadBody(@ForAll @Size(max = 120) byte[] body, @ForAll boolean yes) {
        sichuan.script = (request, out, socket) -> {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.writeBytes(TcpStub.head(request, yes ? "0000" : "Z999").getBytes(TcpStub.GBK));
            frame.writeBytes(body);
            out.write(TcpStub.frame(frame.toByteArray()));
        };

        assertNotAccepted(Samples.SICHUAN);
    }

    @Property(tries = 80)
    void rawBytesInPlaceOfAnEnvelope(@ForAll @Size(max = 300) byte[] bytes) {
        guangdong.business = (http, request) -> SoapStub.reply(http, 200, "text/xml; charset=utf-8", bytes);

        assertNotAccepted(Samples.GUANGDONG);
    }

    @Property(tries = 80)
    void aGoodEnvelopeAroundABrokenResult(@ForAll("broken") String result) {
        guangdong.business = (http, request) ->
                SoapStub.reply(http, 200, "text/xml", SoapStub.envelope(result).getBytes(StandardCharsets.UTF_8));

        assertNotAccepted(Samples.GUANGDONG);
    }

    /** A good result with one piece cut out, so that it lacks something, or is no XML any more. */
    @Provide
    Arbitrary<String> broken() {
        String whole = SoapStub.result(
                Samples.SERIAL, "0000", "", "<DZDH>GD1</DZDH><YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ>");
        int head = whole.indexOf("<head>");
        int end = whole.indexOf("</body>");
        return Arbitraries.integers()
                .between(head, end - 1)
                .flatMap(from -> Arbitraries.integers()
                        .between(from + 1, end)
                        .map(to -> whole.substring(0, from) + whole.substring(to)))
                // Cutting a piece of the message or the receipt number leaves an answer that is still whole.
                .filter(result -> !result.contains("<YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ></body></result>")
                        || !result.contains("<head><appcode>0000</appcode>"));
    }

    @Property(tries = 100)
    void rawBytesInPlaceOfJson(@ForAll @Size(max = 300) byte[] bytes) {
        zhejiang.stub.business = (http, request) -> {
            http.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        };

        assertNotAccepted(RestProvince.ZHEJIANG);
    }

    /** A good answer, signed as it is, with one character put in the place of another. */
    @Property(tries = 200)
    void aSignedAnswerWithOneCharacterChanged(
            @ForAll @IntRange(max = 400) int place, @ForAll @CharRange(to = 'z') char now) {
        zhejiang.stub.business = (http, request) -> {
            StringBuilder answer = new StringBuilder(
                    zhejiang.stub.answer(request, "0000", "dzdh", "ZJ1", "yjje", "110200", "jzsj", "20261123175201"));
            int at = place % answer.length();
            answer.setCharAt(at, answer.charAt(at) == now ? '!' : now);
            RestStub.reply(http, 200, answer.toString());
        };

        assertNotAccepted(RestProvince.ZHEJIANG);
    }

    private static void assertNotAccepted(ProvinceCode province) {
        assertThat(link.send(Samples.withhold(province))).isNotInstanceOf(ProvinceReply.Accepted.class);
    }
}
