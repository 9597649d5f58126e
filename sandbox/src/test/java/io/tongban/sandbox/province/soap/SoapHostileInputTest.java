package io.tongban.sandbox.province.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.province.Serials;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.Simulators;
import io.tongban.sandbox.province.TestClock;
import io.tongban.sandbox.province.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapHostileInputTest {
    private static final String HEAD = "<head><transcode>GD2009</transcode><serial>S</serial></head>";

    private static Simulator simulator;
    private static SoapCaller caller;

    @BeforeAll
    static void open() {
        simulator = Simulators.start("44", TestStore.fresh(), 0, new TestClock(), 1);
        caller = new SoapCaller(simulator.endpoint());
    }

    @AfterAll
    static void close() {
        simulator.close();
    }

    /** Whatever was sent, the province lives. */
    @AfterEach
    void stillSignsIn() throws Exception {
        assertThat(caller.signIn(simulator.password()).appcode()).isEqualTo("0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<business>",
                "<other/>",
                "<business/>",
                "<!DOCTYPE business [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><business>" + HEAD
                        + "<body><OLDSERIAL>&x;</OLDSERIAL></body></business>",
                "<!DOCTYPE business [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><business>" + HEAD
                        + "<body><OLDSERIAL>&b;&b;</OLDSERIAL></body></business>",
                "<business>" + HEAD + HEAD + "</business>",
                "<business>" + HEAD + "<body><A>1</A><A>2</A></body></business>",
                "<business>" + HEAD + "<body><A><B>1</B></A></body></business>",
                "<business><head><transcode>GD9999</transcode></head><body/></business>",
                "<business><head><transcode>GD2001</transcode><serial>short</serial></head><body/></business>",
            })
    void answersAnUnreadableDocumentWithASystemError(String document) throws Exception {
        SoapCaller.Result result = caller.callWithDocument(document);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.appcode()).isEqualTo("9999");
        assertThat(result.envelope()).doesNotContain("root:");
    }

    @Test
    void answersAMissingFieldWithASystemError() throws Exception {
        caller.signIn(simulator.password());

        assertThat(caller.call("GD2001", Serials.next(), "<AAC001>1</AAC001>").appcode())
                .isEqualTo("9999");
    }

    @Test
    void readsADocumentThatClaimsToBeGbk() throws Exception {
        assertThat(caller.callWithDocument("<?xml version=\"1.0\" encoding=\"GBK\"?><business>" + HEAD
                                + "<body><OLDSERIAL>成</OLDSERIAL></body></business>")
                        .appcode())
                .isEqualTo("1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>&e;</s:Body></s:Envelope>",
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><x/></s:Body></s:Envelope>",
            })
    void answersABrokenEnvelopeWithAFault(String envelope) throws Exception {
        var response = caller.post(envelope);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("Fault").doesNotContain("root:");
    }

    @Test
    void takesNoMoreThanSixtyFourKibibytes() throws Exception {
        String spaces = " ".repeat(64 * 1024);

        assertThat(caller.post(envelope(spaces)).statusCode()).isEqualTo(413);
        assertThat(caller.post(envelope("")).statusCode()).isEqualTo(200);
    }

    private static String envelope(String filling) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">" + filling + "<s:Body>"
                + "<i:callBusiness xmlns:i=\"http://sandbox.tongban.io/si/soap\"><request>x</request></i:callBusiness>"
                + "</s:Body></s:Envelope>";
    }
}
