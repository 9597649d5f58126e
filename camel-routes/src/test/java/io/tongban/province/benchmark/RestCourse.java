package io.tongban.province.benchmark;

import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.RestStub;
import io.tongban.province.nearside.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** The dialect rest with SM2: one POST over a connection that stays. Its signatures are part of the mediation. */
final class RestCourse extends Course {
    private final RestProvince province;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ProvinceLink link;
    private HttpRequest post =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1")).build();

    RestCourse(Way way, Path folder) {
        super(way);
        province = new RestProvince(folder);
        province.stub.answering("0000", "dzdh", "ZJ20261123000001", "yjje", "110200", "jzsj", "20261123175201");
        link = province.links
                .edit("33-zhejiang.yaml", "rate: 400/s", "rate: 10000/s")
                .edit("33-zhejiang.yaml", "reply: 10s", "reply: 20s")
                .open();
        mediated();
    }

    @Override
    void mediated() {
        Course.accepted(link.send(Samples.withhold(RestProvince.ZHEJIANG)));
        Map<String, String> request = province.stub.requests.get(province.stub.requests.size() - 1);
        province.stub.requests.clear();
        post = HttpRequest.newBuilder(URI.create(province.stub.endpoint() + "/" + request.get("jydm")))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(RestStub.json(request)))
                .build();
    }

    @Override
    void bare() throws Exception {
        HttpResponse<String> response = http.send(post, HttpResponse.BodyHandlers.ofString());
        Course.contains(response.body(), "\"fhdm\":\"0000\"");
        province.stub.requests.clear();
    }

    @Override
    public void close() {
        link.close();
        province.close();
    }
}
