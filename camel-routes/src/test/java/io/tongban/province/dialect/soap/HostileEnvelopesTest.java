package io.tongban.province.dialect.soap;

import static io.tongban.province.dialect.soap.VendorSystem.FILE;
import static io.tongban.province.dialect.soap.VendorSystem.REGISTERED;
import static io.tongban.province.dialect.soap.VendorSystem.SOAP_11;
import static io.tongban.province.dialect.soap.VendorSystem.around;
import static io.tongban.province.dialect.soap.VendorSystem.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a far side may send in place of a good answer, and what is as good. */
class HostileEnvelopesTest {
    @TempDir
    Path folder;

    private VendorSystem system;

    @BeforeEach
    void open() {
        system = new VendorSystem(folder);
    }

    @AfterEach
    void close() {
        system.close();
    }

    /** Each is a good answer with one thing changed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id="4400000001" | id="1" id="4400000001"
            <e:Body> | <e:Body xmlns:e="urn:other">
            <n:person | <n:person xmlns:n="urn:other"
            <n:person | <d:person
            <n:person | <n:person id="4400000002"/><n:person
            <n:appcode>0000</n:appcode> | <n:appcode>0000</n:appcode><n:appcode>9999</n:appcode>
            <e:Envelope | <!DOCTYPE e [<!ENTITY a "aaaa">]><e:Envelope
            <n:person | <n:x>&a;</n:x><n:person
            </n:appcode> | </n:appcode><n:x><n:x><n:x><n:x><n:x><n:x><n:x><n:x/></n:x></n:x></n:x></n:x></n:x></n:x></n:x>
            </e:Body> | </e:Body><e:Body/>
            """)
    void takesAHostileAnswerForUnreadable(String old, String now) {
        String good = answerOfElements();

        assertThat(good).contains(old);
        assertThat(system.registered()).isEqualTo(REGISTERED);
        system.province.business = (http, request) -> SoapStub.reply(http, 200, good.replace(old, now));
        assertThat(system.registered()).isEqualTo(unreadable());
    }

    @Test
    void takesAnAnswerThatIsLongerThanAgreedForUnreadable() {
        String good = answerOfElements();

        system.province.business = (http, request) ->
                SoapStub.reply(http, 200, good.replace("<n:person", "<n:x>" + "x".repeat(70_000) + "</n:x><n:person"));
        assertThat(system.registered()).isEqualTo(unreadable());
    }

    @Test
    void goesByNamespacesWhateverPrefixStandsForThem() {
        String good = answerOfElements();

        system.province.business = (http, request) -> SoapStub.reply(
                http, 200, good.replace("<n:person ", "<e:person xmlns:e=\"http://sandbox.tongban.io/si/soap\" "));
        assertThat(system.registered()).isEqualTo(REGISTERED);
    }

    private String answerOfElements() {
        system.options("payload: elements, parameter: \"-\", root: \"-\", head: \"-\", body: \"-\", return: \"-\","
                + " result: \"-\", document-namespace: http://sandbox.tongban.io/si/soap");
        system.links.edit(FILE, "reply: [person-number AAC001]", "reply: [person-number person/@id]");
        String good = around(
                SOAP_11,
                "http://sandbox.tongban.io/si/soap",
                "callBusinessResponse",
                "<n:appcode>0000</n:appcode><n:serial>" + Samples.SERIAL + "</n:serial><n:person id=\"4400000001\"/>");
        system.province.business = (http, request) -> SoapStub.reply(http, 200, good);
        return good;
    }
}
