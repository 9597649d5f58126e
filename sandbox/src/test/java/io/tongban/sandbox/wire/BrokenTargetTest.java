package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request targets that no client library would send, written to the socket as they are. */
@ExtendWith(RunningSandbox.class)
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

    /** The doubled slash leads to the same resource, and through the same guard. */
    @ParameterizedTest
    @CsvSource({
        "/v1/workers/wkr%00x, header-invalid",
        "//v1/workers/wkr_x,  worker-not-found",
        "/v1/withholdings?=1, parameter-unknown",
        "/v1/withholdings?limit=1&, parameter-unknown",
    })
    void areRefusedWithASignedProblem(String target, String code) throws IOException {
        Call call = sandbox.delivery().get(target);

        Answer answer = sandbox.wire().verified(call, raw(call));

        assertThat(answer.text("code")).isEqualTo(code);
    }

    private static Answer raw(Call call) throws IOException {
        StringBuilder head = new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\n");
        head.append("Host: ").append(call.base().getAuthority()).append("\r\nConnection: close\r\n");
        call.fields()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket(call.base().getHost(), call.base().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(ISO_8859_1));
            return parse(socket.getInputStream().readAllBytes());
        }
    }

    private static Answer parse(byte[] octets) {
        String text = new String(octets, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(": ", 2);
            fields.computeIfAbsent(field[0], none -> new ArrayList<>()).add(field[1]);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                fields,
                text.substring(end + 4).getBytes(ISO_8859_1));
    }
}
