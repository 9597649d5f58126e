package io.tongban.sandbox.province.soap;

import io.tongban.sandbox.province.Serials;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Calls a province as the dialect's page says, by hand: it shares nothing with the simulator. */
final class SoapCaller {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private Duration patience = Duration.ofSeconds(20);
    private String token = "";

    SoapCaller(String endpoint) {
        this.endpoint = URI.create(endpoint);
    }

    void patience(Duration duration) {
        patience = duration;
    }

    void token(String text) {
        token = text;
    }

    String token() {
        return token;
    }

    /** Signs in and keeps the token. */
    Result signIn(String password) throws IOException, InterruptedException {
        Result result = call("SIGNIN", Serials.next(), "<password>" + password + "</password>");
        token = result.text("token");
        return result;
    }

    Result call(String transcode, String serial, String body) throws IOException, InterruptedException {
        return callWithDocument("<?xml version=\"1.0\" encoding=\"UTF-8\"?><business><head><transcode>" + transcode
                + "</transcode><serial>" + serial + "</serial><operator>TONGBAN</operator><token>" + token
                + "</token><sendtime>20261123180000</sendtime></head><body>" + body + "</body></business>");
    }

    Result callWithDocument(String document) throws IOException, InterruptedException {
        HttpResponse<String> response = post("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + "<si:callBusiness xmlns:si=\"http://sandbox.tongban.io/si/soap\"><request><![CDATA["
                + document + "]]></request></si:callBusiness></soap:Body></soap:Envelope>");
        return new Result(response.statusCode(), response.body());
    }

    HttpResponse<String> post(String envelope) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** @param envelope as it came over the wire */
    record Result(int status, String envelope) {
        /** The text of {@code return}. */
        String document() {
            return parse(envelope).getElementsByTagName("return").item(0).getTextContent();
        }

        String appcode() {
            return text("appcode");
        }

        /** The first element of that name in the result, or nothing. */
        String text(String element) {
            var nodes = parse(document()).getElementsByTagName(element);
            return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
        }

        private static Document parse(String xml) {
            try {
                return DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)));
            } catch (Exception e) {
                throw new AssertionError("not XML: " + xml, e);
            }
        }
    }
}
