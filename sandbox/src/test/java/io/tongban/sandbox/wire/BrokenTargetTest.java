package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request targets that no client library would send, written to the socket as they are. */
@OverEachTransport({Transport.HTTP_1_1_CLEAR, Transport.HTTP_1_1_TLS})
class BrokenTargetTest {
    private final TestSandbox sandbox;

    BrokenTargetTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Not a URI by RFC 3986: the server refuses it before there is a request to sign an answer for. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/workers/%zz", "/v1/workers/%4", "/v1/withholdings?a=%zz"})
    void whichAreNoUriGetABare400(String target) throws IOException {
        Answer answer = raw(sandbox.delivery().get(target));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/workers/wkr%00x, header-invalid",
        "/v1/withholdings?=1, parameter-unknown",
        "/v1/withholdings?limit=1&, parameter-unknown",
    })
    void areRefusedWithASignedProblem(String target, String code) throws IOException {
        Call call = sandbox.delivery().get(target);

        Answer answer = sandbox.wire().verified(call, raw(call));

        assertThat(answer.text("code")).isEqualTo(code);
    }

    /** Routers make these even; whoever stands between may not, and would hold another rule for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/provinces",
                "/v1//provinces",
                "/v1/provinces/",
                "/v1/./provinces",
                "/v1/workers/../provinces",
                "/x/../v1/provinces",
                "/v1/%70rovinces",
                "/v1/%2e%2E/v1/provinces",
                "/problems/",
                "//problems",
                "/.well-known/./jwks.json"
            })
    void whichAreOnlyAliasesOfAPathAreNotFound(String target) throws IOException {
        Call call = sandbox.delivery().get(target);

        Answer answer = sandbox.wire().verified(call, raw(call));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("not-found");
    }

    /** RFC 3986, section 3.4: an empty query is there, and the signature covers the target as it was sent. */
    @Test
    void aLoneQuestionMarkIsPartOfTheTarget() throws IOException {
        Call call = sandbox.delivery().get("/v1/workers/wkr_none?");

        assertThat(sandbox.wire().verified(call, raw(call)).text("code")).isEqualTo("worker-not-found");

        Call without = sandbox.delivery().get("/v1/workers/wkr_none");
        Call added = without.withTarget("/v1/workers/wkr_none?");
        assertThat(sandbox.wire().verified(added, raw(added)).text("code")).isEqualTo("signature-invalid");
        Call dropped = call.withTarget("/v1/workers/wkr_none");
        assertThat(sandbox.wire().verified(dropped, raw(dropped)).text("code")).isEqualTo("signature-invalid");
    }

    private Answer raw(Call call) throws IOException {
        try (RawSocket socket = sandbox.socket()) {
            return socket.write(RawSocket.head(call.with("connection", "close")) + "\r\n")
                    .answers()
                    .get(0);
        }
    }
}
