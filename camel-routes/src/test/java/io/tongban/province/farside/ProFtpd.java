package io.tongban.province.farside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A stock ProFTPD on a port of its own, which takes TLS alone, and on data connections only the session of the control
 * connection, as it does where nobody tells it otherwise.
 */
public final class ProFtpd implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/proftpd");

    private final Path folder;
    private final int port = FreePort.any();
    private final String scheme;
    private final Process server;

    /** @param scheme ftps for TLS from the first octet, else ftpes */
    public ProFtpd(Path folder, Certificates certificates, String scheme, String password) throws Exception {
        assertThat(SERVER)
                .as("this test needs ProFTPD with TLS; install proftpd-core and proftpd-mod-crypto, as .ci/run does")
                .isExecutable();
        this.folder = folder;
        this.scheme = scheme;
        Path users = Files.writeString(
                folder.resolve("users"),
                "TONGBAN:%s:%s:%s::%s:/bin/sh\n"
                        .formatted(
                                said("openssl", "passwd", "-5", password), said("id", "-u"), said("id", "-g"), folder));
        Path config = Files.writeString(folder.resolve("proftpd.conf"), """
                ServerType standalone
                ServerName province
                DefaultAddress 127.0.0.1
                Port %d
                SocketBindTight on
                UseReverseDNS off
                UseIPv6 off
                User %s
                Group %s
                ModulePath /usr/lib/proftpd
                LoadModule mod_tls.c
                AuthOrder mod_auth_file.c
                AuthUserFile %s
                RequireValidShell off
                RootLogin on
                PidFile %6$s/proftpd.pid
                ScoreboardFile %6$s/proftpd.scoreboard
                DelayEngine off
                WtmpLog off
                TransferLog none
                SystemLog %7$s
                TLSEngine on
                TLSRequired on
                TLSLog %6$s/tls.log
                TLSECCertificateFile %8$s
                %9$s
                """.formatted(
                        port,
                        said("id", "-un"),
                        said("id", "-gn"),
                        users,
                        "",
                        folder,
                        folder.resolve("proftpd.log"),
                        certificates.ofServer(folder),
                        scheme.equals("ftps") ? "TLSOptions UseImplicitSSL" : ""));
        for (Path secret : List.of(users, folder.resolve("server.pem"))) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        }
        Path said = folder.resolve("proftpd.out");
        server = new ProcessBuilder(SERVER.toString(), "-n", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Awaitility.await("proftpd")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !server.isAlive() || Files.readString(said).contains("STARTUP"));
        assertThat(server.isAlive())
                .as("proftpd did not start: " + Files.readString(said))
                .isTrue();
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(command).start();
        String line = new String(asked.getInputStream().readAllBytes()).strip();
        assertThat(asked.waitFor()).as(command[0]).isZero();
        return line;
    }

    public String endpoint() {
        return scheme + "://127.0.0.1:" + port + folder;
    }

    /** What it says of TLS. */
    public String tlsLog() throws IOException {
        return Files.readString(folder.resolve("tls.log"));
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> sessions = server.descendants().toList();
        server.destroy();
        sessions.forEach(ProcessHandle::destroy);
        server.waitFor(10, TimeUnit.SECONDS);
    }
}
