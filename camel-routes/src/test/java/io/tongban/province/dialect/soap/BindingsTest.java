package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A SOAP system as some vendor built it is a matter of its profile: each word, on the wire and in the answer. */
class BindingsTest {
    private static final String FILE = "44-guangdong.yaml";
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String KNOWN = "<AAC001>4400000001</AAC001>";
    private static final ProvinceReply REGISTERED =
            new ProvinceReply.Accepted(Samples.SERIAL, new ProvinceDetail.Registered("4400000001"));

    private final SoapStub province = new SoapStub();

    @TempDir
    Path folder;

    private Links links;

    @BeforeEach
    void profile() {
        links = new Links(folder).set("tongban.province.44.endpoint", province.endpoint());
        withoutSignIn();
    }

    @AfterEach
    void close() {
        province.close();
    }

    @Test
    void callsTheOperationOfTheProfileAndReadsItsResponse() {
        options("namespace: http://service.si.example.cn/, operation: doTrade, parameter: arg0, response: tradeAnswer,"
                + " return: out, soap-action: urn:trade");
        answers(SOAP_11, "http://service.si.example.cn/", "tradeAnswer", "<out>", "</out>");

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().action()).isEqualTo("\"urn:trade\"");
        assertThat(sent().text())
                .contains("xmlns:si=\"http://service.si.example.cn/\"")
                .contains("<si:doTrade><arg0><![CDATA[<?xml version=\"1.0\" encoding=\"UTF-8\"?><business><head>")
                .contains("</business>]]></arg0></si:doTrade>");
    }

    @Test
    void callsAnOperationForEachCommand() {
        options("operation: \"do*\", return: \"*Result\", soap-action: \"urn:si#*\"");
        links.edit(FILE, "request: [transaction transcode, ", "request: [");
        answers(
                SOAP_11,
                "http://sandbox.tongban.io/si/soap",
                "doGD1001Response",
                "<doGD1001Result>",
                "</doGD1001Result>");

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().action()).isEqualTo("\"urn:si#doGD1001\"");
        assertThat(sent().text()).contains("<si:doGD1001><request>").doesNotContain("transcode");
    }

    @Test
    void speaksSoap12() {
        options("envelope: soap-1.2, soap-action: urn:trade");
        answers(SOAP_12, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().contentType()).isEqualTo("application/soap+xml; charset=UTF-8; action=\"urn:trade\"");
        assertThat(sent().action()).isEqualTo("null");
        assertThat(sent().text()).contains("<soap:Envelope xmlns:soap=\"" + SOAP_12 + "\"");
    }

    @Test
    void takesAnAnswerInTheOtherVersionForUnreadable() {
        options("envelope: soap-1.2");
        answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");

        assertThat(registered()).isEqualTo(unreadable());
    }

    @Test
    void qualifiesParameterAndReturnWhereTheSchemaDoes() {
        options("qualified: \"yes\"");
        answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<n:return>", "</n:return>");

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text()).contains("<si:callBusiness><si:request><![CDATA[");

        answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");
        assertThat(registered()).isEqualTo(unreadable());
    }

    @Test
    void saysTheTypesOfAnEncodedCall() {
        options("style: encoded");
        answers(SOAP_11, "http://sandbox.tongban.io/si/soap", "callBusinessResponse", "<return>", "</return>");

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text())
                .contains("<si:callBusiness soap:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\">")
                .contains("<request xsi:type=\"xsd:string\">");
    }

    @Test
    void escapesADocumentThatTravelsAsText() {
        options("payload: text");
        province.business = (http, request) -> SoapStub.reply(
                http,
                200,
                SoapStub.envelope("")
                        .replace("<![CDATA[]]>", result().replace("&", "&amp;").replace("<", "&lt;")));

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text()).contains("<request>&lt;?xml version=\"1.0\"", "&lt;AAC003&gt;王小明&lt;/AAC003&gt;");
    }

    @Test
    void placesFieldsAsElementsOfTheCallItself() {
        options("payload: elements, parameter: \"-\", root: \"-\", head: \"-\", body: \"-\", return: \"-\","
                + " result: \"-\"");
        links.edit(FILE, "name AAC003\n      - mobile AAC067", "name person/AAC003\n      - mobile person/@tel");
        links.edit(FILE, "reply: [person-number AAC001]", "reply: [person-number person/@id]");
        province.business = (http, request) -> SoapStub.reply(
                http,
                200,
                around(
                        SOAP_11,
                        "http://sandbox.tongban.io/si/soap",
                        "callBusinessResponse",
                        "<appcode>0000</appcode><serial>" + Samples.SERIAL + "</serial><person id=\"4400000001\"/>"));

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text())
                .contains("<si:callBusiness><transcode>GD1001</transcode><serial>" + Samples.SERIAL + "</serial>")
                .contains("<person tel=\"13800000000\"><AAC003>王小明</AAC003></person><AAE173>1</AAE173>"
                        + "</si:callBusiness>");
    }

    @Test
    void placesTheDocumentInItsNamespaceAndReadsNoOther() {
        options("payload: elements, document-namespace: urn:si:data");
        String answer = around(
                SOAP_11,
                "http://sandbox.tongban.io/si/soap",
                "callBusinessResponse",
                "<return><d:result xmlns:d=\"urn:si:data\"><d:head><d:appcode>0000</d:appcode><d:serial>"
                        + Samples.SERIAL + "</d:serial></d:head><d:body><AAC001>9</AAC001><d:AAC001>4400000001"
                        + "</d:AAC001></d:body></d:result></return>");
        province.business = (http, request) -> SoapStub.reply(http, 200, answer);

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text()).contains("<request><business xmlns=\"urn:si:data\"><head>");

        province.business = (http, request) -> SoapStub.reply(http, 200, answer.replace("urn:si:data", "urn:si:else"));
        assertThat(registered()).isEqualTo(unreadable());
    }

    @Test
    void putsWhatTheProfileSaysIntoTheHeader() {
        links.edit(
                FILE,
                "serial serial]\n",
                "serial serial]\n  soap-header: [operator AuthHeader/User, password AuthHeader/Password]\n");
        links.edit(FILE, "operator: TONGBAN\n", "operator: TONGBAN\npassword: ${tongban.province.44.password}\n");
        province.answering("0000", KNOWN);

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text())
                .contains("<soap:Header><AuthHeader xmlns=\"http://sandbox.tongban.io/si/soap\"><User>TONGBAN</User>"
                        + "<Password>secret-of-44</Password></AuthHeader></soap:Header>");
    }

    @Test
    void signsByUsernameTokenAsText() {
        options("ws-security: text");
        links.edit(FILE, "operator: TONGBAN\n", "operator: TONGBAN\npassword: ${tongban.province.44.password}\n");
        province.answering("0000", KNOWN);

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().text())
                .contains("<wsse:Username>TONGBAN</wsse:Username><wsse:Password Type=\"http://docs.oasis-open.org/wss/"
                        + "2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText\">secret-of-44<");
    }

    @Test
    void signsByUsernameTokenAsDigestThatIsFreshForEachCall() throws Exception {
        options("ws-security: digest");
        links.edit(FILE, "operator: TONGBAN\n", "operator: TONGBAN\npassword: ${tongban.province.44.password}\n");
        province.answering("0000", KNOWN);

        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.GUANGDONG));
            link.send(Samples.register(Samples.GUANGDONG));
        }

        String first = requireDigest(province.wholes.get(0).text());
        assertThat(requireDigest(province.wholes.get(1).text())).isNotEqualTo(first);
    }

    /** Returns the nonce. */
    private static String requireDigest(String envelope) throws Exception {
        String nonce = envelope.replaceAll("(?s).*<wsse:Nonce [^>]*>([^<]+)<.*", "$1");
        String created = SoapStub.field(envelope, "wsu:Created");
        assertThat(created).isEqualTo("2026-11-23T09:52:00Z");
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(Base64.getDecoder().decode(nonce));
        sha1.update((created + "secret-of-44").getBytes(StandardCharsets.UTF_8));
        assertThat(envelope)
                .contains("#PasswordDigest\">" + Base64.getEncoder().encodeToString(sha1.digest()) + "<")
                .doesNotContain("secret-of-44");
        return nonce;
    }

    @Test
    void postsPlainXmlWithoutAnEnvelope() {
        options("envelope: none");
        province.business = (http, request) -> SoapStub.reply(http, 200, result());

        assertThat(registered()).isEqualTo(REGISTERED);
        assertThat(sent().contentType()).isEqualTo("text/xml; charset=UTF-8");
        assertThat(sent().action()).isEqualTo("null");
        assertThat(sent().text())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><business><head><transcode>GD1001</transcode>")
                .endsWith("</body></business>");
    }

    @Test
    void postsInTheEncodingOfTheProfileAndReadsByItsDeclaration() {
        Charset gbk = Charset.forName("GBK");
        options("envelope: none, encoding: GBK");
        byte[] answer = result().replace("UTF-8", "GBK")
                .replace(">0000<", ">2001<")
                .replace("<message/>", "<message>查无此人</message>")
                .getBytes(gbk);
        province.business = (http, request) -> SoapStub.reply(http, 200, "text/xml", answer);

        assertThat(registered())
                .isInstanceOfSatisfying(
                        ProvinceReply.Refused.class,
                        refused -> assertThat(refused.provinceText()).isEqualTo("查无此人"));
        assertThat(sent().contentType()).isEqualTo("text/xml; charset=GBK");
        assertThat(new String(sent().octets(), gbk)).contains("encoding=\"GBK\"?>", "<AAC003>王小明</AAC003>");
    }

    @ParameterizedTest
    @CsvSource({"charset: GBK, encoding: UTF-8", "charset: UTF-8, encoding: GBK"})
    void refusesANameThatTheSystemBehindOrTheWayToItHasNot(String charset, String encoding) {
        options(encoding);
        links.edit(FILE, "charset: UTF-8", charset);

        try (ProvinceLink link = links.open()) {
            InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, "王\uD842\uDFB7", Samples.MOBILE);
            assertThat(link.send(Samples.register(Samples.GUANGDONG, person)))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Refused.class,
                            refused -> assertThat(refused.provinceCode()).isEqualTo("not-carried"));
        }
        assertThat(province.wholes).isEmpty();
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
        assertThat(registered()).isEqualTo(REGISTERED);
        province.business = (http, request) -> SoapStub.reply(http, 200, good.replace(old, now));
        assertThat(registered()).isEqualTo(unreadable());
    }

    @Test
    void takesAnAnswerThatIsLongerThanAgreedForUnreadable() {
        String good = answerOfElements();

        province.business = (http, request) ->
                SoapStub.reply(http, 200, good.replace("<n:person", "<n:x>" + "x".repeat(70_000) + "</n:x><n:person"));
        assertThat(registered()).isEqualTo(unreadable());
    }

    @Test
    void goesByNamespacesWhateverPrefixStandsForThem() {
        String good = answerOfElements();

        province.business = (http, request) -> SoapStub.reply(
                http, 200, good.replace("<n:person ", "<e:person xmlns:e=\"http://sandbox.tongban.io/si/soap\" "));
        assertThat(registered()).isEqualTo(REGISTERED);
    }

    private String answerOfElements() {
        options("payload: elements, parameter: \"-\", root: \"-\", head: \"-\", body: \"-\", return: \"-\","
                + " result: \"-\", document-namespace: http://sandbox.tongban.io/si/soap");
        links.edit(FILE, "reply: [person-number AAC001]", "reply: [person-number person/@id]");
        String good = around(
                SOAP_11,
                "http://sandbox.tongban.io/si/soap",
                "callBusinessResponse",
                "<n:appcode>0000</n:appcode><n:serial>" + Samples.SERIAL + "</n:serial><n:person id=\"4400000001\"/>");
        province.business = (http, request) -> SoapStub.reply(http, 200, good);
        return good;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            envelope: none, operation: x | "options" has "operation", which has no effect where envelope is none
            envelope: none, ws-security: text | "options" has "ws-security", which has no effect
            operation: "*", soap-action: "**" | "options.soap-action" cannot be used
            operation: "a*b*" | "options.operation" cannot be used
            root: "-" | a document has one outermost element; name it in "options.root"
            """)
    void refusesWordsThatContradict(String options, String why) {
        options(options);

        assertThatThrownBy(links::open).hasStackTraceContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [transaction transcode, serial serial | [serial serial | no request says its transaction
            mobile AAC067 | mobile AAC003 | something else stands where a layout puts "business/body/AAC003"
            mobile AAC067 | mobile AAC003/tel | something else stands where
            operator operator, | operator operator, token token, | has a "token" that no sign-in would bring
            operator: TONGBAN | operator: TONGBAN\\npassword: ${tongban.province.44.password} | "password" stands in no request
            code: GD1001 | code: 1001 | @the code "1001" makes no name of an operation
            """)
    void refusesLayoutsThatCannotBeWritten(String old, String now, String why) {
        if (why.startsWith("@")) {
            options("operation: \"*\"");
        }
        links.edit(FILE, old, now.replace("\\n", "\n"));

        assertThatThrownBy(links::open).hasStackTraceContaining(why.replace("@", ""));
    }

    private void withoutSignIn() {
        links.edit(FILE, "password: ${tongban.province.44.password}     # of the sign-in\n", "");
        links.edit(FILE, "token token, ", "");
        links.edit(
                FILE, "  sign-in:\n    code: SIGNIN\n    request: [password password]\n    reply: [token token]\n", "");
    }

    private void options(String options) {
        links.edit(FILE, "insurances: [", "options: {" + options + "}\ninsurances: [");
    }

    private static String result() {
        return SoapStub.result(Samples.SERIAL, "0000", "", KNOWN).replace("<message></message>", "<message/>");
    }

    private void answers(String soap, String namespace, String response, String begin, String end) {
        province.business = (http, request) -> SoapStub.reply(
                http, 200, around(soap, namespace, response, begin + "<![CDATA[" + result() + "]]>" + end));
    }

    private static String around(String soap, String namespace, String response, String inner) {
        return "<e:Envelope xmlns:e=\"" + soap + "\"><e:Header><x:t xmlns:x=\"urn:t\"/></e:Header><e:Body><n:"
                + response + " xmlns:n=\"" + namespace + "\">" + inner + "</n:" + response + "></e:Body></e:Envelope>";
    }

    private ProvinceReply registered() {
        try (ProvinceLink link = links.open()) {
            ProvinceCommand register = Samples.register(Samples.GUANGDONG);
            return link.send(register);
        }
    }

    private static ProvinceReply unreadable() {
        return new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE);
    }

    private SoapStub.Whole sent() {
        return province.wholes.get(province.wholes.size() - 1);
    }
}
