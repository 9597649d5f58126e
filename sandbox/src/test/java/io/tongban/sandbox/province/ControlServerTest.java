package io.tongban.sandbox.province;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Simulator simulator;
    private static ControlServer control;
    private static String serial;

    @BeforeAll
    static void open() {
        simulator = Simulators.start("51", TestStore.fresh(), 0, new TestClock(), 1);
        control = ControlServer.start(List.of(simulator), 0);
        Ledger ledger = (Ledger) simulator.ledger();
        Answer.Registered person = (Answer.Registered)
                ledger.register(Serials.next(), new RegisterOrder(Citizens.KNOWN, "李秀英", "13900000017", "1"));
        serial = Serials.next();
        ledger.withhold(
                serial,
                new WithholdOrder(
                        person.personNumber(),
                        Citizens.KNOWN,
                        "李秀英",
                        "110",
                        YearMonth.of(2026, 10),
                        458_760,
                        91_752,
                        "91350100M000100Y43"));
    }

    @AfterAll
    static void close() {
        control.close();
        simulator.close();
    }

    @Test
    void showsTheLedgersTotals() throws Exception {
        JsonNode provinces = json("GET", "/provinces", "");

        assertThat(provinces).hasSize(1);
        assertThat(provinces.at("/0/code").asText()).isEqualTo("51");
        assertThat(provinces.at("/0/totalFen").asLong()).isEqualTo(91_752);
        assertThat(provinces.at("/0/byPayer/91350100M000100Y43/bookings").asLong())
                .isEqualTo(1);
    }

    @Test
    void listsBookingsWithoutAnyNameOrCitizenNumber() throws Exception {
        JsonNode ledger = json("GET", "/provinces/51/ledger?serial=" + serial, "");

        assertThat(ledger.at("/bookings")).hasSize(1);
        assertThat(ledger.at("/bookings/0/period").asText()).isEqualTo("2026-10");
        assertThat(ledger.toString()).doesNotContain(Citizens.KNOWN).doesNotContain("李秀英");
        assertThat(json("GET", "/provinces/51/ledger?period=2026-09", "").at("/bookings"))
                .isEmpty();
    }

    @Test
    void setsHowLateIsLate() throws Exception {
        json("PUT", "/provinces/51/late", "{\"millis\":1234}");

        assertThat(simulator.faults().late()).isEqualTo(Duration.ofMillis(1234));
    }

    @Test
    void ordersAndCallsOffFaults() throws Exception {
        json("POST", "/provinces/51/faults", "{\"fault\":\"IN_PROCESS\",\"next\":1,\"transaction\":\"REGISTER\"}");
        assertThat(simulator.faults().fires(Fault.IN_PROCESS, Transaction.WITHHOLD))
                .isFalse();
        assertThat(simulator.faults().fires(Fault.IN_PROCESS, Transaction.REGISTER))
                .isTrue();
        assertThat(json("GET", "/provinces/51", "")
                        .at("/faultsFired/IN_PROCESS")
                        .asLong())
                .isEqualTo(1);

        json("POST", "/provinces/51/faults", "{\"fault\":\"TRAILING_NUL\",\"probability\":1.0}");
        assertThat(simulator.faults().fires(Fault.TRAILING_NUL, Transaction.WITHHOLD))
                .isTrue();
        json("DELETE", "/provinces/51/faults?fault=TRAILING_NUL", "");
        assertThat(simulator.faults().fires(Fault.TRAILING_NUL, Transaction.WITHHOLD))
                .isFalse();
    }

    @Test
    void setsTheLatency() throws Exception {
        JsonNode province = json("PUT", "/provinces/51/latency", "{\"fixedMillis\":20,\"jitterMillis\":5}");

        assertThat(province.at("/latencyMillis").asLong()).isEqualTo(20);
        assertThat(simulator.faults().latency()).isEqualTo(new Latency(Duration.ofMillis(20), Duration.ofMillis(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /elsewhere | '' | 404",
                "GET | /provinces/99 | '' | 404",
                "GET | /provinces/51/other | '' | 404",
                "POST | /provinces | '' | 405",
                "GET | /provinces/51/faults | '' | 405",
                "GET | /provinces/51/ledger?limit=0 | '' | 400",
                "GET | /provinces/51/ledger?period=October | '' | 400",
                "PUT | /provinces/51/latency | {\"fixedMillis\":-1} | 400",
                "POST | /provinces/51/faults | not json | 400",
                "POST | /provinces/51/faults | {\"fault\":\"IN_PROCESS\"} | 400",
                "POST | /provinces/51/faults | {\"fault\":\"IN_PROCESS\",\"next\":1,\"probability\":1} | 400",
                "POST | /provinces/51/faults | {\"fault\":\"UNHEARD_OF\",\"next\":1} | 400",
                "POST | /provinces/51/faults | {\"fault\":\"IN_PROCESS\",\"next\":0} | 400",
            })
    void saysNoToWhatItDoesNotUnderstand(String method, String path, String body, int status) throws Exception {
        assertThat(call(method, path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void takesNoLongBody() throws Exception {
        assertThat(call("PUT", "/provinces/51/latency", "x".repeat(5000)).statusCode())
                .isEqualTo(413);
    }

    private static JsonNode json(String method, String path, String body) throws Exception {
        HttpResponse<String> response = call(method, path, body);
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control.endpoint() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
