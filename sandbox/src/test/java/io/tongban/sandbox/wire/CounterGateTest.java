package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before the counter page's login, as whoever has no page of ours meets it. */
@ExtendWith(RunningSandbox.class)
class CounterGateTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestSandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();

    CounterGateTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/counter", "/counter/worker", "/counter/payments/cpm_1", "/counter/points", "/counter/no-such"})
    void whoeverIsNotLoggedInIsSentToTheRealmWithAProofKey(String path) throws Exception {
        HttpResponse<String> answer = send(request(path).GET());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow())
                .startsWith(sandbox.stack().keycloak().issuer("tongban").toString())
                .contains("response_type=code", "code_challenge_method=S256", "client_id=tongban-console")
                .doesNotContain("prompt=login");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theDaysEndAsksForThePasswordOnceMore() throws Exception {
        HttpResponse<String> answer = send(request("/counter/day").GET());
        assertThat(answer.headers().firstValue("location").orElseThrow()).contains("prompt=login");
    }

    /** Routes decode and shorten a path before they look at it, and so must who guards it. */
    @ParameterizedTest
    @ValueSource(strings = {"/counter/%64ay", "//counter/day", "/counter//day", "/%63ounter/day", "/counter/day;a=b"})
    void anotherSpellingLeadsAroundNeitherThePasswordNorTheGate(String path) throws Exception {
        HttpResponse<String> look = send(request(path).GET());
        assertThat(look.statusCode()).isEqualTo(302);
        assertThat(look.headers().firstValue("location").orElseThrow()).contains("prompt=login");
        assertThat(send(form(path, "day=2026-11-28")).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example"})
    void aFormOfAnotherSiteIsRefused(String origin) throws Exception {
        assertThat(send(form("/counter/payments", "fen=1").header("Origin", origin))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormThatDoesNotSayWhereItComesFromIsRefused() throws Exception {
        assertThat(send(form("/counter/worker", "number=1")).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormThatTheBrowserCallsAnotherSitesIsRefused() throws Exception {
        assertThat(send(form("/counter/worker", "number=1")
                                .header("Origin", sandbox.gateway().toString())
                                .header("Sec-Fetch-Site", "same-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormOfOursIsAskedToLogInFirst() throws Exception {
        assertThat(send(form("/counter/worker", "number=1")
                                .header("Origin", sandbox.gateway().toString())
                                .header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whatIsNoFormOrTooLongIsRefusedBeforeItIsRead() throws Exception {
        String here = sandbox.gateway().toString();
        assertThat(send(request("/counter/worker")
                                .header("Origin", here)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(form("/counter/worker", "number=" + "1".repeat(300_000)).header("Origin", here))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(request("/counter/worker").DELETE()).statusCode()).isEqualTo(405);
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path).header("Content-Type", FORM).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.stack().gateway() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
