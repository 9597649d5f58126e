package io.tongban.province.benchmark;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The dialect soap: one POST over a connection that stays. */
final class SoapCourse extends Course {
    private static final String BOOKED = "<DZDH>GD20261123000001</DZDH><YJJE>1102.00</YJJE><JZSJ>20261123175201</JZSJ>";

    private final SoapStub province = new SoapStub();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ProvinceLink link;
    private HttpRequest post =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1")).build();

    SoapCourse(Way way, Path folder) {
        super(way);
        province.answering("0000", BOOKED);
        link = new Links(folder)
                .edit("44-guangdong.yaml", "rate: 1000/s", "rate: 10000/s")
                .edit("44-guangdong.yaml", "reply: 10s", "reply: 20s")
                .set("tongban.province.44.endpoint", province.endpoint())
                .open();
        mediated();
    }

    @Override
    void mediated() {
        Course.accepted(link.send(Samples.withhold(Samples.GUANGDONG)));
        String request = province.requests.get(province.requests.size() - 1);
        province.requests.clear();
        post = HttpRequest.newBuilder(URI.create(province.endpoint()))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                                + "<ns:callBusiness xmlns:ns=\"http://sandbox.tongban.io/si/soap\"><request><![CDATA["
                                + request + "]]></request></ns:callBusiness></soap:Body></soap:Envelope>"))
                .build();
    }

    @Override
    void bare() throws Exception {
        HttpResponse<String> response = http.send(post, HttpResponse.BodyHandlers.ofString());
        Course.contains(response.body(), "<appcode>0000</appcode>");
        province.requests.clear();
    }

    @Override
    public void close() {
        link.close();
        province.close();
    }
}
