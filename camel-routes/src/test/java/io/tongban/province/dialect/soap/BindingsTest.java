package io.tongban.province.dialect.soap;

import static io.tongban.province.dialect.soap.VendorSystem.FILE;
import static io.tongban.province.dialect.soap.VendorSystem.REGISTERED;
import static io.tongban.province.dialect.soap.VendorSystem.SOAP_11;
import static io.tongban.province.dialect.soap.VendorSystem.SOAP_12;
import static io.tongban.province.dialect.soap.VendorSystem.around;
import static io.tongban.province.dialect.soap.VendorSystem.result;
import static io.tongban.province.dialect.soap.VendorSystem.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuredPerson;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A SOAP system as some vendor built it is a matter of its profile: each word, on the wire and in the answer. */
class BindingsTest {
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

    @Test
    void callsTheOperationOfTheProfileAndReadsItsResponse() {
        system.options(
                "namespace: http://service.si.example.cn/, operation: doTrade, parameter: arg0, response: tradeAnswer,"
                        + " return: out, soap-action: urn:trade");
        system.answers(SOAP_11, "http://service.si.example.cn/", "tradeAnswer", "<out>", "</out>");

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().action()).isEqualTo("\"urn:trade\"");
        assertThat(system.sent().text())
                .contains("xmlns:si=\"http://service.si.example.cn/\"")
                .contains("<si:doTrade><arg0><![CDATA[<?xml version=\"1.0\" encoding=\"UTF-8\"?><business><head>")
                .contains("</business>]]></arg0></si:doTrade>");
    }

    @Test
    void callsAnOperationForEachCommand() {
        system.options("operation: \"do*\", return: \"*Result\", soap-action: \"urn:si#*\"");
        system.links.edit(FILE, "request: [transaction transcode, ", "request: [");
        system.links.edit(
                FILE,
                "    code: GD3001\n    capability: online\n"
                        + "    request: [person-number AAC001, citizen-number AAC147]\n"
                        + "    row: [insurance AAE140, state AAC031, paid-through AAE042]\n",
                "    capability: none\n");
        system.answers(
                SOAP_11,
                "http://sandbox.tongban.io/si/soap",
                "doGD1001Response",
                "<doGD1001Result>",
                "</doGD1001Result>");

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().action()).isEqualTo("\"urn:si#doGD1001\"");
        assertThat(system.sent().text()).contains("<si:doGD1001><request>").doesNotContain("transcode");
    }

    @Test
    void speaksSoap12() {
        system.options("envelope: soap-1.2, soap-action: urn:trade");
        system.answers(SOAP_12, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().contentType()).isEqualTo("application/soap+xml; charset=UTF-8; action=\"urn:trade\"");
        assertThat(system.sent().action()).isEqualTo("null");
        assertThat(system.sent().text()).contains("<soap:Envelope xmlns:soap=\"" + SOAP_12 + "\"");
    }

    /** A fault of the sender: SOAP 1.2, part 2, section 7.5.2.2. */
    @ParameterizedTest
    @CsvSource({
        "'envelope: soap-1.2', 400",
        "'envelope: soap-1.2', 500",
        "'envelope: soap-1.2, operation: \"-\", parameter: \"-\", response: \"-\", return: \"-\", payload: elements,"
                + " result: \"-\"', 400"
    })
    void knowsAFaultByItsNameWhateverElseIsNamed(String options, int status) {
        system.options(options);
        system.province.business = (http, request) -> SoapStub.reply(
                http,
                status,
                "<e:Envelope xmlns:e=\"" + SOAP_12 + "\"><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value></e:Code>"
                        + "</e:Fault></e:Body></e:Envelope>");

        assertThat(system.registered()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.SOAP_FAULT));
    }

    @Test
    void takesAnAnswerInTheOtherVersionForUnreadable() {
        system.options("envelope: soap-1.2");
        system.answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");

        assertThat(system.registered()).isEqualTo(unreadable());
    }

    @Test
    void qualifiesParameterAndReturnWhereTheSchemaDoes() {
        system.options("qualified: \"yes\"");
        system.answers(
                SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<n:return>", "</n:return>");

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text()).contains("<si:callBusiness><si:request><![CDATA[");

        system.answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");
        assertThat(system.registered()).isEqualTo(unreadable());
    }

    @Test
    void saysTheTypesOfAnEncodedCall() {
        system.options("style: encoded");
        system.answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text())
                .contains("<si:callBusiness soap:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">")
                .contains("<request xsi:type=\"xsd:string\">");
    }

    @Test
    void escapesADocumentThatTravelsAsText() {
        system.options("payload: text");
        system.province.business = (http, request) -> SoapStub.reply(
                http,
                200,
                SoapStub.envelope("")
                        .replace("<![CDATA[]]>", result().replace("&", "&amp;").replace("<", "&lt;")));

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text())
                .contains("<request>&lt;?xml version=\"1.0\"", "&lt;AAC003&gt;王小明&lt;/AAC003&gt;");
    }

    @Test
    void placesFieldsAsElementsOfTheCallItself() {
        system.options("payload: elements, parameter: \"-\", root: \"-\", head: \"-\", body: \"-\", return: \"-\","
                + " result: \"-\"");
        system.links.edit(FILE, "name AAC003\n      - mobile AAC067", "name person/AAC003\n      - mobile person/@tel");
        system.links.edit(FILE, "reply: [person-number AAC001]", "reply: [person-number person/@id]");
        system.province.business = (http, request) -> SoapStub.reply(
                http,
                200,
                around(
                        SOAP_11,
                        "http://sandbox.tongban.io/si/soap",
                        "callBusinessResponse",
                        "<appcode>0000</appcode><serial>" + Samples.SERIAL + "</serial><person id=\"4400000001\"/>"));

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text())
                .contains("<si:callBusiness><transcode>GD1001</transcode><serial>" + Samples.SERIAL + "</serial>")
                .contains("<person tel=\"13800000000\"><AAC003>王小明</AAC003></person><AAE173>1</AAE173>"
                        + "</si:callBusiness>");
    }

    @Test
    void placesTheDocumentInItsNamespaceAndReadsNoOther() {
        system.options("payload: elements, document-namespace: urn:si:data");
        String answer = around(
                SOAP_11,
                "http://sandbox.tongban.io/si/soap",
                "callBusinessResponse",
                "<return><d:result xmlns:d=\"urn:si:data\"><d:head><d:appcode>0000</d:appcode><d:serial>"
                        + Samples.SERIAL + "</d:serial></d:head><d:body><AAC001>9</AAC001><d:AAC001>4400000001"
                        + "</d:AAC001></d:body></d:result></return>");
        system.province.business = (http, request) -> SoapStub.reply(http, 200, answer);

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text()).contains("<request><business xmlns=\"urn:si:data\"><head>");

        system.province.business =
                (http, request) -> SoapStub.reply(http, 200, answer.replace("urn:si:data", "urn:si:else"));
        assertThat(system.registered()).isEqualTo(unreadable());
    }

    @Test
    void postsPlainXmlWithoutAnEnvelope() {
        system.options("envelope: none");
        system.province.business = (http, request) -> SoapStub.reply(http, 200, result());

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().contentType()).isEqualTo("text/xml; charset=UTF-8");
        assertThat(system.sent().action()).isEqualTo("null");
        assertThat(system.sent().text())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><business><head><transcode>GD1001</transcode>")
                .endsWith("</body></business>");
    }

    @Test
    void postsInTheEncodingOfTheProfileAndReadsByItsDeclaration() {
        Charset gbk = Charset.forName("GBK");
        system.options("envelope: none, encoding: GBK");
        byte[] answer = result().replace("UTF-8", "GBK")
                .replace(">0000<", ">2001<")
                .replace("<message/>", "<message>查无此人</message>")
                .getBytes(gbk);
        system.province.business = (http, request) -> SoapStub.reply(http, 200, "text/xml", answer);

        assertThat(system.registered())
                .isInstanceOfSatisfying(
                        ProvinceReply.Refused.class,
                        refused -> assertThat(refused.provinceText()).isEqualTo("查无此人"));
        assertThat(system.sent().contentType()).isEqualTo("text/xml; charset=GBK");
        assertThat(new String(system.sent().octets(), gbk)).contains("encoding=\"GBK\"?>", "<AAC003>王小明</AAC003>");
    }

    @ParameterizedTest
    @CsvSource({"charset: GBK, encoding: UTF-8", "charset: UTF-8, encoding: GBK"})
    void refusesANameThatTheSystemBehindOrTheWayToItHasNot(String charset, String encoding) {
        system.options(encoding);
        system.links.edit(FILE, "charset: UTF-8", charset);

        try (ProvinceLink link = system.links.open()) {
            InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, "王\uD842\uDFB7", Samples.MOBILE);
            assertThat(link.send(Samples.register(Samples.GUANGDONG, person)))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Refused.class,
                            refused -> assertThat(refused.provinceCode()).isEqualTo("not-carried"));
        }
        assertThat(system.province.wholes).isEmpty();
    }
}
