package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.tongban.sandbox.wire.FrameSocket.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Over HTTP/2 as over HTTP/1.1: a bare status, and here the connection goes on with its other streams. */
@ExtendWith(RunningSandbox.class)
class Http2HeadsTest {
    /** Of no other test. */
    private static final String ADDRESS = "127.0.0.73";

    private static final int PROTOCOL_ERROR = 1;
    /** Lines of HPACK's static table: RFC 7541, appendix A. */
    private static final int OK = 8;

    private static final int BAD_REQUEST = 12;
    private static final int NOT_FOUND = 13;

    private final TestSandbox sandbox;
    private final HttpClient client;

    Http2HeadsTest(TestSandbox sandbox) {
        this.sandbox = sandbox.over(Transport.HTTP_2_TLS);
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

    /** Of what RFC 9113, section 8.1.1, calls malformed; the framework resets it before anything of ours sees it. */
    static Stream<Arguments> reset() {
        return Stream.of(
                head("no method", head -> head.without(":method")),
                head("no scheme", head -> head.without(":scheme")),
                head("no path", head -> head.without(":path")),
                head("an empty path", head -> head.replacing(":path", "")),
                head("an empty authority", head -> head.replacing(":authority", "")),
                head("an authority with a user", head -> head.replacing(":authority", "u@a")),
                head("an authority with a port of words", head -> head.replacing(":authority", "a:b")),
                head("an authority with a space", head -> head.replacing(":authority", "a b")),
                head("an authority with a path", head -> head.replacing(":authority", "a/b")),
                head("a Host that is not the authority", head -> head.last("host", "another.example")),
                head("two methods", head -> head.first(":method", "GET")),
                head("two schemes", head -> head.first(":scheme", "https")),
                head("two authorities", head -> head.first(":authority", "a")),
                head("two paths", head -> head.first(":path", "/problems")),
                head("a path after the fields", head -> head.without(":path").last(":path", "/problems")),
                head("a pseudo-header field of nobody", head -> head.first(":other", "a")),
                head("an answer's status", head -> head.first(":status", "200")),
                head("a name in capitals", head -> head.last("X-Capital", "a")),
                head("no name", head -> head.last("", "a")),
                head("connection", head -> head.last("connection", "close")),
                head("keep-alive", head -> head.last("keep-alive", "timeout=5")),
                head("proxy-connection", head -> head.last("proxy-connection", "keep-alive")),
                head("transfer-encoding", head -> head.last("transfer-encoding", "chunked")),
                head("upgrade", head -> head.last("upgrade", "h2c")),
                head("te other than trailers", head -> head.last("te", "gzip")));
    }

    /** Of what the framework lets pass. */
    static Stream<Arguments> refused() {
        return Stream.of(
                head("no authority and no Host", head -> head.without(":authority")),
                head("a path beyond ASCII", head -> head.replacing(":path", "/v1/workers/\u00e4")),
                head("a path with a space", head -> head.replacing(":path", "/v1/workers/a b")),
                head("a path with a control character", head -> head.replacing(":path", "/v1/workers/\u0001")),
                head("a path with a fragment", head -> head.replacing(":path", "/v1/workers#a")),
                head("a path with an authority", head -> head.replacing(":path", "https://a/v1/workers")),
                head("a scheme that is not HTTP's", head -> head.replacing(":scheme", "ftp")),
                head("the protocol of a tunnel", head -> head.first(":protocol", "websocket")),
                head("a Host twice", Http2HeadsTest::withTwoHosts),
                head("a name with a space", head -> head.last("x y", "a")),
                head("a name with a colon", head -> head.last("x:y", "a")),
                head("a name beyond ASCII", head -> head.last("x\u00e4", "a")),
                head("a value with a NUL", head -> head.last("x", "a\0b")),
                head("a value with a line's end", head -> head.last("x", "a\r\nhost: b")),
                head("a value with a line feed", head -> head.last("x", "a\nb")),
                head("a value after a blank", head -> head.last("x", " a")),
                head("a value before a tab", head -> head.last("x", "a\t")));
    }

    /** The framework looks for no route. */
    static Stream<Arguments> unrouted() {
        return Stream.of(
                head("a path without a slash", head -> head.replacing(":path", "v1/workers")),
                head("an asterisk for a path", head -> head.replacing(":path", "*")));
    }

    static Stream<Arguments> each() {
        return Stream.of(reset(), refused(), unrouted()).flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("reset")
    void whichAreMalformedEndTheirStreamAlone(UnaryOperator<FrameHead> wrong) throws IOException {
        assertThat(answerTo(wrong)).isEqualTo(new Frame(FrameSocket.RST_STREAM, 1, PROTOCOL_ERROR));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whichAreInDoubtGetABareAnswerAndTheConnectionGoesOn(UnaryOperator<FrameHead> wrong) throws IOException {
        assertThat(answerTo(wrong)).isEqualTo(new Frame(FrameSocket.HEADERS, 1, BAD_REQUEST));
    }

    @ParameterizedTest
    @MethodSource("unrouted")
    void whichNameNoPathAreNotFoundAndTheConnectionGoesOn(UnaryOperator<FrameHead> wrong) throws IOException {
        assertThat(answerTo(wrong)).isEqualTo(new Frame(FrameSocket.HEADERS, 1, NOT_FOUND));
    }

    /** Over the same connection the next is answered. */
    private Frame answerTo(UnaryOperator<FrameHead> wrong) throws IOException {
        try (FrameSocket socket = FrameSocket.from(ADDRESS, sandbox)) {
            FrameHead right = FrameHead.of(sandbox.delivery().get("/v1/provinces"));
            socket.write(wrong.apply(right).frame(1, FrameSocket.END_STREAM));
            Frame answer = socket.answer(1);
            FrameHead keys = FrameHead.of(Call.of("GET", sandbox.gateway(), "/.well-known/jwks.json", ""));
            socket.write(keys.frame(3, FrameSocket.END_STREAM));

            assertThat(socket.answer(3)).isEqualTo(new Frame(FrameSocket.HEADERS, 3, OK));
            return answer;
        }
    }

    /** With a body, too, of which the connection may die; not even the signature's nonce is used up. */
    @ParameterizedTest
    @MethodSource("each")
    void whichAreWrongLeaveNothingBehind(UnaryOperator<FrameHead> wrong) throws IOException {
        String key = TestSandbox.key();
        Call call = sandbox.delivery().post("/v1/workers", sandbox.registration("44"), key);
        try (FrameSocket socket = FrameSocket.from(ADDRESS, sandbox)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(wrong.apply(FrameHead.of(call)).frame(1, 0));
            request.writeBytes(FrameSocket.frame(FrameSocket.DATA, FrameSocket.END_STREAM, 1, call.body()));
            socket.write(request.toByteArray());

            assertThat(socket.answer(1))
                    .isIn(
                            new Frame(FrameSocket.RST_STREAM, 1, PROTOCOL_ERROR),
                            new Frame(FrameSocket.HEADERS, 1, BAD_REQUEST),
                            new Frame(FrameSocket.HEADERS, 1, NOT_FOUND));
        }
        assertThat(sandbox.count("select count(*) from idempotency where key = '" + key + "'"))
                .isZero();
        sandbox.accepted(call, 201);
    }

    private static FrameHead withTwoHosts(FrameHead head) {
        String authority = head.lines().stream()
                .filter(line -> line.name().equals(":authority"))
                .findFirst()
                .orElseThrow()
                .value();
        return head.last("host", authority).last("host", "a");
    }

    private static Arguments head(String what, UnaryOperator<FrameHead> wrong) {
        return argumentSet(what, wrong);
    }

    private HttpResponse<byte[]> get(String target, String field) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.stack().httpsGateway() + target))
                .timeout(Duration.ofSeconds(20))
                .header("x-long", field)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
