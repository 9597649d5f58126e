package io.tongban.province.dialect.rest;

import static io.tongban.province.farside.RestProvince.ZHEJIANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.UnknownCause;
import io.tongban.province.farside.RawHttp;
import io.tongban.province.farside.RestProvince;
import io.tongban.province.nearside.Samples;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP that is not what it should be. The command was sent once, and is never sent a second time. */
class RestNetworkTest {
    @TempDir
    Path folder;

    private RestProvince province;
    private RawHttp raw;
    private ProvinceLink link;

    @BeforeEach
    void open() {
        province = new RestProvince(folder);
        raw = new RawHttp(province.stub.port());
        link = province.links
                .set(RestProvince.PREFIX + "endpoint", raw.endpoint())
                .open();
    }

    private void hasty() {
        link.close();
        link = province.links.lessHasty("33-zhejiang.yaml").open();
    }

    @AfterEach
    void close() throws Exception {
        link.close();
        raw.close();
        province.close();
    }

    @Test
    void aConnectionCutBeforeTheAnswerIsUnknown() {
        raw.script = (out, socket) -> {};

        assertUnknown("connection-cut");
    }

    @Test
    void aConnectionCutWithinTheAnswerIsUnknown() {
        raw.script = (out, socket) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"fhdm\":");

        assertUnknown("connection-cut");
    }

    @Test
    void noAnswerIsATimeOut() {
        hasty();
        raw.script = (out, socket) -> socket.getInputStream().read();

        assertUnknown("timeout");
    }

    @Test
    void aBodyThatTricklesIsATimeOutAndItsConnectionIsClosed() throws Exception {
        hasty();
        CountDownLatch closed = new CountDownLatch(1);
        raw.script = (out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n");
            socket.setSoTimeout(50);
            try {
                while (!RawHttp.ended(socket)) {
                    write(out, "x");
                }
            } finally {
                closed.countDown();
            }
        };

        assertUnknown("timeout");
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void headersThatTrickleAreATimeOut() {
        hasty();
        raw.script = (out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            socket.setSoTimeout(50);
            while (!RawHttp.ended(socket)) {
                write(out, "X-More: 1\r\n");
            }
        };

        assertUnknown("timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nF00000\r\n", "\r\n"})
    void tenMegabytesAreUnreadableAndNotWaitedFor(String head) throws Exception {
        CountDownLatch refused = new CountDownLatch(1);
        raw.script = (out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\n" + head);
            try {
                out.write(" ".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII));
            } finally {
                refused.countDown();
            }
        };

        assertUnknown("unreadable");
        assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"})
    void whatIsNoHttpIsUnreadable(String bytes) {
        raw.script = (out, socket) -> write(out, bytes);

        assertUnknown("unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "301, http-error",
        "307, http-error",
        "400, http-error",
        "404, http-error",
        "500, http-error",
        "503, http-error",
        "204, http-error",
        "401, access-refused",
        "429, busy-there"
    })
    void aStatusIsUnknownByItsWordWhateverFollows(int status, String cause) {
        String elsewhere = "Location: " + province.stub.endpoint() + "/ZJ2001\r\n";
        String length = status == 204 ? "" : "Content-Length: 10000000\r\n";
        raw.script = (out, socket) -> {
            write(out, "HTTP/1.1 " + status + " x\r\n" + elsewhere + length + "\r\n");
            socket.getInputStream().read();
        };

        assertUnknown(cause);
    }

    @Test
    void saysThatNobodyListens(@TempDir Path other) {
        try (ProvinceLink nowhere = new Links(other).open()) {
            assertThat(nowhere.send(Samples.withhold(ZHEJIANG)))
                    .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, UnknownCause.NOT_CONNECTED));
        }
    }

    private static void write(OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void assertUnknown(String cause) {
        assertThat(link.send(Samples.withhold(ZHEJIANG)))
                .isEqualTo(new ProvinceReply.Unknown(Samples.SERIAL, Samples.cause(cause)));
        assertThat(raw.calls).hasValue(1);
        assertThat(province.stub.transactions()).containsExactly("ZJ0001");
    }
}
