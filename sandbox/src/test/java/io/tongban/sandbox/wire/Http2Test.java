package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same calls over HTTP/2: with a body and without, admitted and refused. */
@ExtendWith(RunningSandbox.class)
class Http2Test {
    private final TestSandbox sandbox;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    Http2Test(TestSandbox sandbox) throws Exception {
        this.sandbox = sandbox;
        send(Call.of("GET", sandbox.stack().gateway(), "/.well-known/jwks.json", ""));
    }

    @Test
    void readsWhatNeedsNoToken() throws Exception {
        Call keys = Call.of("GET", sandbox.stack().gateway(), "/.well-known/jwks.json", "");

        assertThat(verified(keys).status()).isEqualTo(200);
    }

    @Test
    void reads() throws Exception {
        assertThat(verified(sandbox.delivery().get("/v1/provinces")).status()).isEqualTo(200);
    }

    @Test
    void registersAWorker() throws Exception {
        Call registration = sandbox.delivery().post("/v1/workers", sandbox.registration("44"));

        Answer answer = verified(registration);

        assertThat(answer.status()).as("%s", new String(answer.body())).isEqualTo(201);
    }

    @Test
    void refusesABodyThatIsNotWhatTheContractSays() throws Exception {
        Call nonsense = sandbox.delivery().post("/v1/workers", "{\"nickname\":\"x\"}");

        assertThat(verified(nonsense).text("code")).isEqualTo("field-unknown");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        Call large = sandbox.delivery().post("/v1/workers", "{\"sector\":\"" + "x".repeat(1 << 20) + "\"}");

        assertThat(verified(large).text("code")).isEqualTo("body-too-large");
    }

    @Test
    void refusesACallWithoutToken() throws Exception {
        Call stranger = sandbox.delivery().post("/v1/workers", "{}").without("authorization");

        assertThat(verified(stranger).text("code")).isEqualTo("token-missing");
    }

    @Test
    void refusesAPathThatDoesNotExist() throws Exception {
        assertThat(verified(sandbox.delivery().get("/v1/nothing")).text("code")).isEqualTo("not-found");
    }

    private Answer verified(Call call) throws Exception {
        HttpResponse<byte[]> answer = send(call);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return sandbox.wire()
                .verified(call, new Answer(answer.statusCode(), answer.headers().map(), answer.body()));
    }

    private HttpResponse<byte[]> send(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(Duration.ofSeconds(20))
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.fields().forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
