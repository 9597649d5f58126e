package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.Headers;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.TongbanException;
import io.tongban.sdk.error.UntrustedAnswerException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner has go wrong at the edge: its own request, as often as the catalogue says, and nothing behind it. */
@OverEachTransport
class ScenariosTest {
    private final TestSandbox sandbox;

    ScenariosTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource({"rate-limited, rate-limited, 1", "unavailable-then-ok, unavailable, 2"})
    void refusesAsOftenAsItSaysAndThenDoesIt(String scenario, String code, int times) {
        String key = TestSandbox.key();
        String body = sandbox.registration("44");
        for (int i = 0; i < times; i++) {
            Answer refused = sandbox.assertRefused(registration(body, key, scenario), code);
            assertThat(refused.field("retry-after")).isEqualTo("1");
        }

        assertThat(sandbox.wire().send(registration(body, key, scenario)).status())
                .isEqualTo(201);
    }

    @Test
    void losesAnAnswerAndKeepsTheEffect() {
        String key = TestSandbox.key();
        String body = sandbox.registration("44");
        long before = sandbox.count("select count(*) from worker");

        assertThatThrownBy(() -> sendOnce(registration(body, key, "lost-answer")))
                .isInstanceOf(IOException.class);

        assertThat(sandbox.count("select count(*) from worker")).isEqualTo(before + 1);
        Answer again = sandbox.wire().send(registration(body, key, "lost-answer"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.field(Headers.IDEMPOTENT_REPLAYED)).isEqualTo("true");
        assertThat(sandbox.count("select count(*) from worker")).isEqualTo(before + 1);
    }

    @Test
    void signsOneAnswerBadlyAndTheSameAgainWell() {
        try (Tongban tongban = sdk("bad-answer-signature")) {
            String reference = "none-" + TestSandbox.key();
            assertThatThrownBy(() -> tongban.withholdings().findByReference(reference))
                    .isInstanceOf(UntrustedAnswerException.class);
            assertThat(tongban.withholdings().findByReference(reference)).isEmpty();
        }
    }

    /** What the SDK promises, against the packaged gateway: it bears all three by itself. */
    @ParameterizedTest
    @CsvSource({"rate-limited", "unavailable-then-ok", "lost-answer"})
    void theSdkBearsIt(String scenario) {
        try (Tongban tongban = sdk(scenario)) {
            assertThat(tongban.withholdings().findByReference("none-" + TestSandbox.key()))
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoScenarioAndWhatIsNotSigned() {
        String body = sandbox.registration("44");
        sandbox.assertRefused(registration(body, TestSandbox.key(), "flood"), "scenario-unknown");
        sandbox.assertRefused(
                sandbox.delivery().post("/v1/workers", body).with("tongban-scenario", "rate-limited"),
                "signature-component-missing");
    }

    /** By a client that repeats nothing by itself. */
    private void sendOnce(Call call) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(sandbox.stack().authority().clientContext())
                .version(sandbox.transport() == Transport.HTTP_2_TLS ? Version.HTTP_2 : Version.HTTP_1_1)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.fields().forEach(request::header);
        client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private Call registration(String body, String key, String scenario) {
        return sandbox.delivery()
                .signed(sandbox.delivery()
                        .unsigned("POST", "/v1/workers", body)
                        .with("idempotency-key", key)
                        .with("tongban-scenario", scenario));
    }

    private Tongban sdk(String scenario) throws TongbanException {
        return sandbox.sdk("kuaixing-ride").scenario(scenario).build();
    }
}
