package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tongban.province.Links;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.farside.Seal;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects and lists in requests and answers, as paths of a layout place them, to the far side and back. */
class NestedJsonTest {
    private static final String FILE = "33-zhejiang.yaml";
    private static final Seal SEAL = Seal.hmac("secret-of-33");
    private static final String BOOKED =
            "{\"list\":[{\"dzdh\":\"ZJ1\",\"money\":{\"yjje\":\"110200\"}}],\"jzsj\":\"20261123175201\"}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Links links;
    private String body = BOOKED;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> {
            try (http) {
                requests.add(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                boolean signIn = http.getRequestURI().getPath().endsWith("ZJ0001");
                byte[] answer = answer(signIn ? "{\"signno\":\"S-1\"}" : body);
                http.sendResponseHeaders(200, answer.length);
                http.getResponseBody().write(answer);
            }
        });
        server.start();
        try (RestProvince keys = new RestProvince(folder)) {
            links = keys.signing("hmac-sm3").links;
        }
        links.set(
                        RestProvince.PREFIX + "endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .edit(
                        FILE,
                        "signature: hmac-sm3 ",
                        "body: data\n  head: head\n  rows: page/list\n  signature: hmac-sm3 ")
                .edit(FILE, "person-number aac001\n", "person-number persons[]/aac001\n")
                .edit(FILE, "period aae002\n", "period items[]/aae002\n")
                .edit(FILE, "amount yjje  ", "amount items[]/money/yjje  ")
                .edit(
                        FILE,
                        "[receipt-number dzdh, amount yjje, booked-at",
                        "[\"receipt-number list[]/dzdh\", \"amount list[]/money/yjje\", booked-at")
                .edit(FILE, "row: [insurance aae140,", "row: [insurance cover/aae140,");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    /** The head without its signature, as the page says, and whatever the body is. */
    private byte[] answer(String data) {
        String serial = requests.get(requests.size() - 1).replaceAll(".*\"lsh\":\"([^\"]*)\".*", "$1");
        String head = "{\"fhdm\":\"0000\",\"fhxx\":\"\",\"lsh\":\"" + serial + "\",\"timestamp\":\"20261123175200\"";
        String sign = SEAL.sign("data=" + data + "&head=" + head + "}");
        return ("{\"head\":" + head + ",\"sign\":\"" + sign + "\"},\"data\":" + data + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writesObjectsAndListsOfOneAndReadsThem() {
        assertThat(withheld())
                .isInstanceOfSatisfying(
                        ProvinceReply.Accepted.class,
                        accepted -> assertThat(accepted.detail())
                                .isInstanceOfSatisfying(
                                        ProvinceDetail.Withheld.class,
                                        booked -> assertThat(booked.receiptNumber())
                                                .isEqualTo("ZJ1")));
        assertThat(requests.get(1))
                .contains("\"head\":{\"appid\":\"TONGBAN\"", "\"data\":{\"persons\":[{\"aac001\":")
                .contains("\"items\":[{\"aae002\":\"202610\",\"money\":{\"yjje\":\"110200\"}}]");
    }

    /** With the signature in the head, over the head as it stands without it. */
    @Test
    void signsObjectsByTheirJsonWithoutTheSignature() {
        withheld();

        String request = requests.get(1);
        String head = request.replaceAll(".*\"head\":(\\{[^}]*}).*", "$1");
        String data = request.substring(request.indexOf(",\"data\":") + 8, request.length() - 1);
        String sign = head.replaceAll(".*\"sign\":\"([0-9a-f]*)\".*", "$1");
        assertThat(SEAL.sign("data=" + data + "&head=" + head.replaceAll(",\"sign\":\"[0-9a-f]*\"", "")))
                .isEqualTo(sign);
    }

    @Test
    void readsRowsWhereTheirPathLeads() {
        body = "{\"page\":{\"list\":[{\"cover\":{\"aae140\":\"110\"},\"aac031\":\"1\",\"aae042\":\"202610\"}]}}";

        try (ProvinceLink link = links.open()) {
            assertThat(link.send(Samples.query(RestProvince.ZHEJIANG)))
                    .isInstanceOfSatisfying(
                            ProvinceReply.Accepted.class,
                            accepted -> assertThat(accepted.detail())
                                    .isInstanceOfSatisfying(
                                            ProvinceDetail.Covers.class,
                                            covers ->
                                                    assertThat(covers.covers()).hasSize(1)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"list":[{"dzdh":"ZJ1","money":{"yjje":"110200"}},{"dzdh":"ZJ2"}],"jzsj":"20261123175201"}
            {"list":{"dzdh":"ZJ1","money":{"yjje":"110200"}},"jzsj":"20261123175201"}
            {"list":[{"dzdh":{"no":"ZJ1"},"money":{"yjje":"110200"}}],"jzsj":"20261123175201"}
            {"list":[{"dzdh":"ZJ1","money":"110200"}],"jzsj":"20261123175201"}
            {"list":[{"dzdh":"ZJ1&x=","money":{"yjje":"110200"}}],"jzsj":"20261123175201"}
            {"list":[],"jzsj":"20261123175201"}
            {"list":["dzdh"],"jzsj":"20261123175201"}
            {"list":[{"dzdh":"ZJ1","dzdh":"ZJ1","money":{"yjje":"110200"}}],"jzsj":"20261123175201"}
            [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]
            """)
    void anAnswerOfAnotherShapeIsUnreadableHoweverWellItIsSigned(String data) {
        body = data;

        assertThat(withheld()).isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payer aab001 | payer items/aab001 | has "data/items" as a list and as an object of one message
            payer aab001 | payer aae180 | puts "payer" where something else stands, "aae180"
            payer aab001 | payer aae180/of | has "data/aae180" as a text and as an object of one message
            booked-at jzsj | booked-at list | has "data/list" as a list and as a text of one message
            booked-at jzsj | booked-at a//b | does not end with a member's name
            booked-at jzsj | "booked-at list[]" | does not end with a member's name
            rows: page/list | rows: dzrq | has "data/dzrq" as a text and as the rows of one message
            rows: page/list | rows: "-" | cannot be used; write a member's name, or a path such as a/b
            """)
    void refusesPathsThatContradictOneAnother(String old, String now, String why) {
        links.edit(FILE, old, now);

        assertThatThrownBy(links::open).hasStackTraceContaining(why).hasStackTraceContaining(FILE + ":");
    }

    private ProvinceReply withheld() {
        try (ProvinceLink link = links.open()) {
            return link.send(Samples.withhold(RestProvince.ZHEJIANG));
        }
    }
}
