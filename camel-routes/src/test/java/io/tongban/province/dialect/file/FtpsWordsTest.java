package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.farside.Certificates;
import io.tongban.province.farside.FtpsStub;
import io.tongban.province.farside.RawTcp;
import io.tongban.province.farside.TornFtps;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands in the way into an FTPS server, in words for whoever wrote the profile, and that no wait is endless. */
class FtpsWordsTest extends FtpsDoors {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Dialect dialect = Configured.open().stream()
            .filter(each -> each.needs().name().equals("file"))
            .findFirst()
            .orElseThrow();

    @AfterEach
    void close() {
        end.countDown();
        dialect.close();
    }

    private Optional<String> obstacle(String endpoint) throws Exception {
        return dialect.obstacle(at(endpoint));
    }

    @Test
    void isNoneWhereBothFoldersAreThere() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, certificates, "ftpes", false)) {
            assertThat(obstacle(server.endpoint())).isEmpty();

            requestFolder = "nowhere";
            assertThat(obstacle(server.endpoint()).orElseThrow())
                    .startsWith("the folder /exchange/nowhere is not there, or TONGBAN may not read it");
            server.instead.put("FEAT", 502);
            assertThat(obstacle(server.endpoint()).orElseThrow()).startsWith("the folder /exchange/nowhere");
        }
    }

    @Test
    void saysThatAFolderCannotBeListed() throws Exception {
        try (TornFtps server = new TornFtps(certificates.serving())) {
            server.listing = "x".repeat(5000);

            assertThat(obstacle(server.endpoint())).hasValue("the folder /x/in cannot be listed: unreadable");
        }
    }

    @Test
    void saysThatThePasswordIsRefused() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, certificates, "ftps", false)) {
            server.instead.put("PASS", 530);

            assertThat(obstacle(server.endpoint()).orElseThrow()).startsWith("the server refuses TONGBAN");
            assertThat(server.commands).filteredOn("PASS"::equals).hasSize(1);
        }
    }

    @Test
    void saysThatNobodyVouchesForTheCertificate() throws Exception {
        Certificates others = new Certificates("127.0.0.1", -1);
        for (String scheme : new String[] {"ftpes", "ftps"}) {
            try (FtpsStub server = new FtpsStub(folder, certificates, scheme, false)) {
                assertThat(dialect.obstacle(at(server.endpoint(), others)).orElseThrow())
                        .contains("shows a certificate that nobody vouches for; name your authority in options.trust");
                assertThat(server.commands).doesNotContain("USER");
            }
        }
    }

    @Test
    void saysThatDataWouldGoInClearText() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, certificates, "ftpes", false)) {
            server.instead.put("PROT", 536);

            assertThat(obstacle(server.endpoint()).orElseThrow())
                    .startsWith("the server leaves its data connections in clear text");
        }
    }

    @Test
    void saysThatAServerHasNoTls() throws Exception {
        try (RawTcp server = new RawTcp((in, out) -> {
            out.write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
            while (in.read() >= 0) {
                if (in.available() == 0) {
                    out.write("502 no\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        })) {
            assertThat(obstacle("ftpes://" + server.endpoint() + "/x").orElseThrow())
                    .isEqualTo("the server speaks FTP without TLS; nothing was told to it");
            assertThat(obstacle("ftps://" + server.endpoint() + "/x").orElseThrow())
                    .contains("speaks no TLS", "if it is asked for TLS first, write ftpes://");
        }
    }

    @Test
    void saysThatNothingGreetsOrListens() throws Exception {
        reply = "1s";
        try (RawTcp server = new RawTcp((in, out) -> end.await())) {
            assertThat(obstacle("ftpes://" + server.endpoint() + "/x").orElseThrow())
                    .startsWith("the server does not greet as FTP servers do; if it begins with TLS, write ftps://");
        }
        assertThat(obstacle("ftpes://127.0.0.1:9/x").orElseThrow()).startsWith("the port is closed");
    }

    @Test
    @Timeout(120)
    void readsNoReplyWithoutAnEnd() throws Exception {
        byte[] line = ("220-" + "x".repeat(8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawTcp server = new RawTcp((in, out) -> {
            while (true) {
                out.write(line);
            }
        })) {
            assertThatThrownBy(() -> open("ftpes://" + server.endpoint() + "/x"))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnknownCause.NOT_CONNECTED));
        }
    }

    /** An octet now and then begins the time-out of a read anew. */
    @Test
    @Timeout(120)
    void waitsForNoReplyThatTrickles() throws Exception {
        reply = "1s";
        try (RawTcp server = new RawTcp((in, out) -> {
            while (!end.await(200, TimeUnit.MILLISECONDS)) {
                out.write('2');
            }
        })) {
            assertThatThrownBy(() -> open("ftpes://" + server.endpoint() + "/x"))
                    .isInstanceOf(CallFailed.class);
        }
    }

    /** The end of a stream does not say that it is the end of the file. */
    @Test
    void takesNoFileForWholeThatTheServerDoesNotCallWhole() throws Exception {
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            InputStream in = far.read("out/a.rep");
            assertThat(in.readAllBytes()).asString().isEqualTo("the first ha");

            assertRefused(far, in::close, "ftp-reply-426");
        }
    }

    @Test
    @Timeout(120)
    void writesToNobodyForEver() throws Exception {
        reply = "5s";
        byte[] much = new byte[1024 * 1024];
        try (TornFtps server = new TornFtps(certificates.serving());
                RemoteFolder far = open(server.endpoint())) {
            OutputStream out = far.write("in/a.txt");

            assertCut(far, () -> {
                while (true) {
                    out.write(much);
                }
            });
        }
    }
}
