package io.tongban.province.dialect.soap;

import static io.tongban.province.farside.SoapStub.envelope;
import static io.tongban.province.farside.SoapStub.field;
import static io.tongban.province.farside.SoapStub.reply;
import static io.tongban.province.farside.SoapStub.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapFaultsTest {
    private static final String BOOKED = "<DZDH>GD20261123000001</DZDH><YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ>";

    @TempDir
    static Path folder;

    private static SoapStub province;
    private static ProvinceLink link;
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeAll
    static void open() {
        province = new SoapStub();
        link = new Links(folder)
                .set("tongban.province.44.endpoint", province.endpoint())
                .open();
        link.send(Samples.withhold(Samples.GUANGDONG));
    }

    @AfterAll
    static void close() {
        link.close();
        province.close();
    }

    @BeforeEach
    void forget() {
        province.requests.clear();
    }

    @AfterEach
    void letGo() {
        over.countDown();
    }

    /** A mere message must not cost an outcome. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml | \uFEFF<?xml",
                "完成 | 完&#xD842;&#xDFB7;成",
                "完成 | 完&#55362;&#57271;成",
                "完成 | 完\u0001成",
                "完成 | 完&#1;成",
                "完成 | 完&#xD842;成"
            })
    void readsAnOutcomeWhateverStandsBeforeItOrInItsMessage(String change) {
        String[] parts = change.split(" \\| ");
        province.business = (http, request) -> reply(
                http,
                200,
                envelope(result(request, "0000", "<AAC001>4400000001</AAC001>").replace(parts[0], parts[1])));

        assertThat(link.send(Samples.register(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4400000001")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"44000\u000100001", "44000&#xD842;0001", "44000\uFFFD0001"})
    void takesNothingElseInWhichSomethingWasLost(String personNumber) {
        province.answering("0000", "<AAC001>" + personNumber + "</AAC001>");

        assertThat(link.send(Samples.register(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }

    @Test
    void takesNoReplyForATimeOut(@TempDir Path other) {
        province.business = (http, request) -> await();

        assertTimeOut(other);
    }

    @Test
    void takesAReplyThatStopsInItsMiddleForATimeOut(@TempDir Path other) {
        province.business = (http, request) -> {
            byte[] whole = envelope(result(request, "0000", BOOKED)).getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            http.sendResponseHeaders(200, whole.length);
            http.getResponseBody().write(whole, 0, whole.length / 2);
            http.getResponseBody().flush();
            await();
        };

        assertTimeOut(other);
    }

    @Test
    void takesAReplyThatTricklesForATimeOut(@TempDir Path other) {
        province.business = (http, request) -> {
            http.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            http.sendResponseHeaders(200, 0);
            for (byte next : envelope(result(request, "0000", BOOKED)).getBytes(StandardCharsets.UTF_8)) {
                http.getResponseBody().write(next);
                http.getResponseBody().flush();
                awaitMillis(50);
            }
        };

        assertTimeOut(other);
    }

    @Test
    void takesAConnectionCutWithinTheReplyForUnknown() {
        province.business = (http, request) -> {
            byte[] whole = envelope(result(request, "0000", BOOKED)).getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            http.sendResponseHeaders(200, 0);
            http.getResponseBody().write(whole, 0, whole.length / 2);
            http.getResponseBody().flush();
            throw new IOException("cut");
        };

        assertUnknown("connection-cut");
    }

    @Test
    void doesNotFollowARedirection() {
        province.business = (http, request) -> {
            http.getResponseHeaders().set("Location", province.endpoint());
            reply(http, 302, "");
        };

        assertUnknown("http-error");
        assertThat(province.requests).hasSize(1);
    }

    @Test
    void takesAConnectionCutBeforeTheReplyForUnknownAndSendsNothingTwice() {
        province.business = (http, request) -> {
            throw new IOException("cut");
        };

        assertUnknown("connection-cut");
        assertThat(province.requests).hasSize(1);
    }

    @Test
    void saysThatItIsNotConnectedWhenNobodyListens(@TempDir Path other) {
        try (ProvinceLink nowhere = new Links(other).open()) {
            assertThat(nowhere.send(Samples.withhold(Samples.GUANGDONG)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_CONNECTED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 38})
    void takesTheSameAcknowledgementTwiceForOneWithItsDeclarationOrWithout(int declaration) {
        province.business = (http, request) -> {
            String result = result(request, "0000", BOOKED);
            reply(http, 200, envelope(result + "\n" + result.substring(declaration)));
        };

        assertThat(link.send(Samples.withhold(Samples.GUANGDONG))).isInstanceOf(ProvinceReply.Accepted.class);
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "<html><body>Error</body></html>",
                envelope("<html><body>Error</body></html>"),
                envelope("not XML"),
                envelope(""),
                envelope("<result><head>"),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED) + result(Samples.SERIAL, "9999", "", "")),
                envelope("<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + result(Samples.SERIAL, "0000", "&b;", BOOKED).substring(38)),
                envelope("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + result(Samples.SERIAL, "0000", "&x;", BOOKED).substring(38)),
                envelope(result(Samples.SERIAL, "0000", "&x;", BOOKED)),
                envelope(result(Samples.SERIAL, "0000", "", "<a>".repeat(5000) + "</a>".repeat(5000))),
                envelope(result("Q261123175200000001X", "0000", "", BOOKED)),
                envelope(result("", "0000", "", BOOKED)),
                envelope(result(Samples.SERIAL, "", "", BOOKED)),
                envelope(result(Samples.SERIAL, "0000", "", "")),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED + BOOKED)),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED.replace("1102.00", "1102"))),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED.replace("1102.00", "-1102.00"))),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED.replace("1102.00", "9<b/>1102.00<b/>"))),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED.replace("20261123", "20261332"))),
                envelope(result(Samples.SERIAL, "0000", "", BOOKED)).replace("callBusinessResponse", "other"),
                "<!DOCTYPE e [<!ENTITY a \"aaaaaaaaaa\">]>" + envelope(result(Samples.SERIAL, "0000", "", BOOKED)),
                envelope(result(Samples.SERIAL, "0000", "x".repeat(70_000), BOOKED)));
    }

    @ParameterizedTest
    @MethodSource
    void unreadable(String body) {
        province.business = (http, request) -> reply(http, 200, body);

        assertUnknown("unreadable");
    }

    @Test
    void refusesAPageThatIsNoXmlAtAll() {
        province.business = (http, request) ->
                reply(http, 200, "text/html", "<!doctype html><p>登录".getBytes(StandardCharsets.UTF_8));

        assertUnknown("unreadable");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void takesASoapFaultForUnknownWhateverItsStatus(int status) {
        province.business = (http, request) -> reply(
                http,
                status,
                "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><e:Fault>"
                        + "<faultcode>e:Server</faultcode><faultstring>" + field(request, "AAC147")
                        + "</faultstring></e:Fault></e:Body></e:Envelope>");

        assertUnknown("soap-fault");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 502, 503})
    void takesAnyOtherStatusForUnknown(int status) {
        province.business = (http, request) -> reply(http, status, "<html/>");

        assertUnknown("http-error");
    }

    @Test
    void readsAResultThatDeclaresGbkInsideUtf8() {
        province.business = (http, request) -> reply(
                http,
                200,
                envelope(result(request, "2001", "").replace("UTF-8", "GBK").replace("完成", "查无此人")));

        assertThat(link.send(Samples.withhold(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.PERSON_UNKNOWN, "2001", "查无此人"));
    }

    @Test
    void doesNotAcceptAnotherAmount() {
        province.answering("0000", BOOKED.replace("1102.00", "1102.01"));

        assertUnknown("amount-differs");
    }

    private static void assertTimeOut(Path other) {
        try (ProvinceLink hasty = new Links(other)
                .hasty("44-guangdong.yaml")
                .set("tongban.province.44.endpoint", province.endpoint())
                .open()) {
            assertThat(hasty.send(Samples.withhold(Samples.GUANGDONG)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.TIMEOUT));
        }
    }

    private void assertUnknown(String cause) {
        assertThat(link.send(Samples.withhold(Samples.GUANGDONG)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
    }

    private void await() {
        awaitMillis(20_000);
    }

    /** Until the test is over, or so long. */
    private void awaitMillis(long millis) {
        try {
            over.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
