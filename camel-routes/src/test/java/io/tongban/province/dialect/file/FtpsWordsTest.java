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
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way into an FTPS server, in words for whoever wrote the profile, and that no wait is endless. */
class FtpsWordsTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Dialect dialect = Configured.open().stream()
            .filter(each -> each.needs().name().equals("file"))
            .findFirst()
            .orElseThrow();
    private FtpsProfiles profiles;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws Exception {
        profiles = new FtpsProfiles(folder);
    }

    @AfterEach
    void close() {
        end.countDown();
        dialect.close();
    }

    private Optional<String> obstacle(String endpoint) throws Exception {
        return dialect.obstacle(profiles.at(endpoint));
    }

    @Test
    void isNoneWhereBothFoldersAreThere() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, profiles.certificates, "ftpes", false)) {
            assertThat(obstacle(server.endpoint())).isEmpty();

            profiles.requestFolder = "nowhere";
            assertThat(obstacle(server.endpoint()).orElseThrow())
                    .startsWith("the folder /exchange/nowhere is not there, or TONGBAN may not read it");
            server.instead.put("FEAT", 502);
            assertThat(obstacle(server.endpoint()).orElseThrow()).startsWith("the folder /exchange/nowhere");
        }
    }

    @Test
    void saysThatAFolderCannotBeListed() throws Exception {
        try (TornFtps server = new TornFtps(profiles.certificates.serving())) {
            server.listing = "x".repeat(5000);

            assertThat(obstacle(server.endpoint())).hasValue("the folder /x/in cannot be listed: unreadable");
        }
    }

    @Test
    void saysThatThePasswordIsRefused() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, profiles.certificates, "ftps", false)) {
            server.instead.put("PASS", 530);

            assertThat(obstacle(server.endpoint()).orElseThrow()).startsWith("the server refuses TONGBAN");
            assertThat(server.commands).filteredOn("PASS"::equals).hasSize(1);
        }
    }

    @Test
    void saysThatNobodyVouchesForTheCertificate() throws Exception {
        Certificates others = new Certificates("127.0.0.1", -1);
        for (String scheme : new String[] {"ftpes", "ftps"}) {
            try (FtpsStub server = new FtpsStub(folder, profiles.certificates, scheme, false)) {
                assertThat(dialect.obstacle(profiles.at(server.endpoint(), others))
                                .orElseThrow())
                        .contains("shows a certificate that nobody vouches for; name your authority in options.trust");
                assertThat(server.commands).doesNotContain("USER");
            }
        }
    }

    @Test
    void saysThatDataWouldGoInClearText() throws Exception {
        try (FtpsStub server = new FtpsStub(folder, profiles.certificates, "ftpes", false)) {
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
        profiles.reply = "1s";
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
                });
                Doors doors = new Doors()) {
            ProvinceProfile profile = profiles.at("ftpes://" + server.endpoint() + "/x", profiles.certificates);

            assertThatThrownBy(() -> doors.open(profile))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(UnknownCause.NOT_CONNECTED));
        }
    }

    /** An octet now and then begins the time-out of a read anew. */
    @Test
    @Timeout(120)
    void waitsForNoReplyThatTrickles() throws Exception {
        profiles.reply = "1s";
        try (RawTcp server = new RawTcp((in, out) -> {
                    while (!end.await(200, TimeUnit.MILLISECONDS)) {
                        out.write('2');
                    }
                });
                Doors doors = new Doors()) {
            ProvinceProfile profile = profiles.at("ftpes://" + server.endpoint() + "/x", profiles.certificates);

            assertThatThrownBy(() -> doors.open(profile)).isInstanceOf(CallFailed.class);
        }
    }

    /** The end of a stream does not say that it is the end of the file. */
    @Test
    void takesNoFileForWholeThatTheServerDoesNotCallWhole() throws Exception {
        try (TornFtps server = new TornFtps(profiles.certificates.serving());
                Doors doors = new Doors();
                RemoteFolder far = doors.open(profiles.at(server.endpoint(), profiles.certificates))) {
            InputStream in = far.read("out/a.rep");
            assertThat(in.readAllBytes()).asString().isEqualTo("the first ha");

            assertThatThrownBy(in::close)
                    .isInstanceOfSatisfying(
                            IOException.class,
                            failure -> assertThat(far.refusal(failure)).contains("ftp-reply-426"));
        }
    }

    @Test
    @Timeout(120)
    void writesToNobodyForEver() throws Exception {
        profiles.reply = "5s";
        byte[] much = new byte[1024 * 1024];
        try (TornFtps server = new TornFtps(profiles.certificates.serving());
                Doors doors = new Doors();
                RemoteFolder far = doors.open(profiles.at(server.endpoint(), profiles.certificates))) {
            OutputStream out = far.write("in/a.txt");

            assertThatThrownBy(() -> {
                        while (true) {
                            out.write(much);
                        }
                    })
                    .isInstanceOfSatisfying(
                            IOException.class,
                            failure -> assertThat(far.refusal(failure)).isEmpty());
        }
    }
}
