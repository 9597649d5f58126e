package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Xinjiang moves to its second envelope with the new year in Shanghai. */
class EnvelopesTest {
    private static final ProvinceCode XINJIANG = new ProvinceCode("65");
    private static final Instant LAST_SECOND = Instant.parse("2026-12-31T15:59:59Z");
    private static final Instant FIRST_SECOND = Instant.parse("2026-12-31T16:00:00Z");
    private static final String BOOKED = "<PZH>65202612310000000001</PZH><JFJE>1102.00</JFJE><SJ>20261231235959</SJ>";
    private static final String OLD =
            "<result><head><appcode>%s</appcode><serial>%s</serial></head><body>%s</body></result>";
    private static final String NEW = "<Answer version=\"2\"><Control><Code>%s</Code><Serial>%s</Serial></Control>"
            + "<Business>%s</Business></Answer>";

    private final SoapStub province = new SoapStub();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        province.close();
    }

    @Test
    void writesTheFirstEnvelopeUntilTheLastSecond() {
        answering(OLD, "1", BOOKED);

        try (ProvinceLink link = link(LAST_SECOND)) {
            assertThat(link.send(Samples.withhold(XINJIANG))).isInstanceOf(ProvinceReply.Accepted.class);
        }
        assertThat(lastRequest()).contains("<business><head><transcode>XJ02</transcode>", "<JFJE>1102.00</JFJE>");
    }

    @Test
    void writesTheSecondEnvelopeFromTheFirstSecond() {
        answering(NEW, "1", BOOKED);

        try (ProvinceLink link = link(FIRST_SECOND)) {
            assertThat(link.send(Samples.withhold(XINJIANG))).isInstanceOf(ProvinceReply.Accepted.class);
        }
        assertThat(lastRequest())
                .contains("<Data version=\"2\"><Control><Trans>XJ02</Trans>", "<Token>T-1</Token>")
                .contains("</Control><Business><AAC001>")
                .endsWith("</Business></Data>");
    }

    @Test
    void readsTheRowsOfTheSecondEnvelope() {
        answering(NEW, "1", "<List><Item><AAE140>310</AAE140><AAC031>1</AAC031><AAE042>202612</AAE042></Item></List>");

        try (ProvinceLink link = link(FIRST_SECOND)) {
            ProvinceReply reply = link.send(Samples.query(XINJIANG));
            assertThat(((ProvinceReply.Accepted) reply).detail())
                    .isInstanceOfSatisfying(
                            ProvinceDetail.Covers.class,
                            covers -> assertThat(covers.covers())
                                    .singleElement()
                                    .extracting(cover -> cover.insurance().value())
                                    .isEqualTo("AAE140:310"));
        }
    }

    @Test
    void inquiresInTheEnvelopeInWhichItWasFirstSent() {
        answering(OLD, "1", BOOKED);

        try (ProvinceLink link = link(FIRST_SECOND)) {
            assertThat(link.resume(Samples.withhold(XINJIANG), LAST_SECOND)).isInstanceOf(ProvinceReply.Accepted.class);
        }
        assertThat(province.requests).allMatch(request -> request.contains("<business>"));
        assertThat(lastRequest()).contains("<transcode>XJ09</transcode>", "<YLSH>" + Samples.SERIAL + "</YLSH>");
    }

    @Test
    void leavesToAPersonWhatTheFirstEnvelopeKnowsNothingOf() {
        answering(OLD, "-404", "");

        try (ProvinceLink link = link(FIRST_SECOND)) {
            assertThat(link.resume(Samples.withhold(XINJIANG), LAST_SECOND))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.VERSION_ENDED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "Answer", "Answer version=\"1\"", "Answer version=\"\"", "Data version=\"2\""})
    void takesAnAnswerInAnotherEnvelopeForUnreadable(String root) {
        String other = NEW.replace("Answer version=\"2\"", root).replace("</Answer>", "</" + root.split(" ")[0] + ">");
        answering(other, "1", BOOKED);

        try (ProvinceLink link = link(FIRST_SECOND)) {
            assertThat(link.send(Samples.withhold(XINJIANG)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
        }
    }

    /** Signs anyone in, in the caller's envelope, and answers the rest in this one. */
    private void answering(String envelope, String code, String body) {
        province.signIn = (http, request) -> {
            boolean second = request.contains("<Data ");
            SoapStub.reply(
                    http,
                    200,
                    SoapStub.envelope(String.format(second ? NEW : OLD, "1", serial(request), "<token>T-1</token>")));
        };
        province.business = (http, request) -> {
            if (request.contains("XJ00")) {
                province.signIn.answer(http, request);
            } else {
                SoapStub.reply(http, 200, SoapStub.envelope(String.format(envelope, code, serial(request), body)));
            }
        };
    }

    private static String serial(String request) {
        return SoapStub.field(request, "serial") + SoapStub.field(request, "Serial");
    }

    private String lastRequest() {
        return province.requests.get(province.requests.size() - 1);
    }

    private ProvinceLink link(Instant now) {
        return new Links(folder)
                .set("tongban.province.65.endpoint", province.endpoint())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .open();
    }
}
