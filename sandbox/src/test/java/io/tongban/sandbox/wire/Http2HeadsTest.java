package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP/2 as over HTTP/1.1: a bare status, and here the connection goes on with its other streams. */
@ExtendWith(RunningSandbox.class)
class Http2HeadsTest {
    private final TestSandbox sandbox;
    private final HttpClient client;

    Http2HeadsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(sandbox.stack().authority().clientContext())
                .build();
    }

    @ParameterizedTest
    @CsvSource({"5000, 1, 414", "1, 40000, 431", "5000, 40000, 431"})
    void whichAreTooLongGetABareAnswerAndTheConnectionGoesOn(int target, int field, int status) throws Exception {
        HttpResponse<byte[]> refused = get("/v1/" + "x".repeat(target), "x".repeat(field));

        assertThat(refused.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).isEmpty();
        assertThat(refused.headers().firstValue("signature")).isEmpty();
        assertThat(get("/problems", "x").statusCode()).isEqualTo(200);
    }

    /** The longest line that HTTP/1.1 reads is read here, too: 4,096 octets with method and version. */
    @Test
    void asLongAsTheBoundAreRead() throws Exception {
        String longest = "/problems?" + "x".repeat(4_096 - "GET /problems? HTTP/1.1".length());

        assertThat(get(longest, "x").statusCode()).isNotEqualTo(414);
        assertThat(get(longest + "x", "x").statusCode()).isEqualTo(414);
    }

    private HttpResponse<byte[]> get(String target, String field) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.stack().httpsGateway() + target))
                .timeout(Duration.ofSeconds(20))
                .header("x-long", field)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
