package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads that two readers could read in two ways get a bare 400, and nothing after them is read as a request. */
@OverEachTransport({Transport.HTTP_1_1_CLEAR, Transport.HTTP_1_1_TLS})
class HttpHeadsTest {
    private static final String KEYS = "GET /.well-known/jwks.json HTTP/1.1\r\n";
    private static final String SMUGGLED = KEYS + "Host: a\r\n\r\n";

    private final TestSandbox sandbox;

    HttpHeadsTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "no Host                      | GET /v1/provinces HTTP/1.1|",
                "no Host where none is signed | GET /q/health HTTP/1.1|",
                "two Hosts                    | GET /v1/provinces HTTP/1.1 | Host: a^Host: a",
                "two Hosts in one             | GET /v1/provinces HTTP/1.1 | Host: a, a",
                "an empty Host                | GET /v1/provinces HTTP/1.1 | Host: ",
                "a Host with a space          | GET /v1/provinces HTTP/1.1 | Host: a b",
                "a Host with a path           | GET /v1/provinces HTTP/1.1 | Host: a/b",
                "a Host with a user           | GET /v1/provinces HTTP/1.1 | Host: u@a",
                "a Host with a port of words  | GET /v1/provinces HTTP/1.1 | Host: a:b",
                "an unknown version           | GET /v1/provinces HTTP/9.9 | Host: a",
                "version 2.0 on a line        | GET /v1/provinces HTTP/2.0 | Host: a",
                "an unknown coding            | POST /v1/workers HTTP/1.1  | Host: a^Transfer-Encoding: xchunked",
                "two codings                  | POST /v1/workers HTTP/1.1  | Host: a^Transfer-Encoding: gzip, chunked",
                "a coding twice               | POST /v1/workers HTTP/1.1  | Host: a^Transfer-Encoding: chunked^Transfer-Encoding: chunked",
                "a coding in HTTP/1.0         | POST /v1/workers HTTP/1.0  | Host: a^Transfer-Encoding: chunked",
                "coding and length            | POST /v1/workers HTTP/1.1  | Host: a^Transfer-Encoding: chunked^Content-Length: 5",
                "two lengths                  | POST /v1/workers HTTP/1.1  | Host: a^Content-Length: 5^Content-Length: 5",
                "a length with a sign         | POST /v1/workers HTTP/1.1  | Host: a^Content-Length: +5",
                "octets beyond ASCII          | GET /v1/workers/\u00e4 HTTP/1.1 | Host: a",
                "no target of HTTP            | GET v1/provinces HTTP/1.1  | Host: a",
                "a tunnel                     | CONNECT a:443 HTTP/1.1     | Host: a",
            })
    void whichAreInDoubt(String what, String line, String fields) throws IOException {
        try (RawSocket socket = sandbox.socket()) {
            String head = line + "\r\n" + (fields == null ? "" : fields.replace("^", "\r\n") + "\r\n");

            List<Answer> answers = socket.write(head + "\r\n" + SMUGGLED).answers();

            assertThat(answers).as(what).extracting(Answer::status).containsExactly(400);
            assertThat(answers.get(0).body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 1, 414", "1, 70000, 431"})
    void whichAreTooLong(int target, int field, int status) throws IOException {
        String head = "GET /v1/" + "x".repeat(target) + " HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(field) + "\r\n\r\n";
        try (RawSocket socket = sandbox.socket()) {
            assertThat(socket.write(head + SMUGGLED).answers())
                    .extracting(Answer::status)
                    .containsExactly(status);
        }
    }

    @Test
    void whichArePlainAreReadOneAfterTheOther() throws IOException {
        try (RawSocket socket = sandbox.socket()) {
            String last = KEYS + "Host: [::1]:8080\r\nConnection: close\r\n\r\n";

            assertThat(socket.write(SMUGGLED + SMUGGLED + last).answers())
                    .extracting(Answer::status)
                    .containsExactly(200, 200, 200);
        }
    }
}
