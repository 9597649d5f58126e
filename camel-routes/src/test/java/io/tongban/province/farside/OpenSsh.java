package io.tongban.province.farside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A stock OpenSSH server on a port of its own, which lets in whoever runs this test, by key alone. */
public final class OpenSsh implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final int port = FreePort.any();
    private final Process server;

    public OpenSsh(Path folder) throws IOException, InterruptedException {
        assertThat(SERVER)
                .as("this test needs OpenSSH's server and ssh-keygen; install them: apt-get install openssh-server")
                .isExecutable();
        this.folder = folder;
        keygen("host");
        keygen("client");
        keygen("stranger");
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"), StandardCopyOption.REPLACE_EXISTING);
        if (user().equals("root")) {
            // Where a server of root's locks away what talks to strangers; packages leave its making to systemd.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Path config = Files.writeString(
                folder.resolve("sshd_config"),
                String.join(
                        "\n",
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host"),
                        "PidFile none",
                        "AuthorizedKeysFile " + folder.resolve("authorized"),
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "UsePAM no",
                        "StrictModes no",
                        "Subsystem sftp internal-sftp",
                        ""));
        Path log = folder.resolve("sshd.log");
        server = new ProcessBuilder(SERVER.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // A file needs no thread that reads it, and that would fail when the server is ended.
        Awaitility.await("sshd")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(log).contains("Server listening") || !server.isAlive());
        assertThat(server.isAlive())
                .as("sshd did not start: " + Files.readString(log))
                .isTrue();
    }

    public static String user() {
        return System.getProperty("user.name");
    }

    public int port() {
        return port;
    }

    /** Of {@code client}, which is let in, or {@code stranger}. */
    public String key(String name) {
        return folder.resolve(name).toString();
    }

    public String hostKey() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder("ssh-keygen", "-l", "-E", "sha256", "-f", key("host.pub")).start();
        String line = new String(asked.getInputStream().readAllBytes());
        assertThat(asked.waitFor()).isZero();
        return line.split(" ")[1];
    }

    private void keygen(String name) throws IOException, InterruptedException {
        Process made = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key(name))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keygen.log").toFile())
                .start();
        assertThat(made.waitFor()).as("ssh-keygen").isZero();
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> sessions = server.descendants().toList();
        server.destroy();
        sessions.forEach(ProcessHandle::destroy);
        server.waitFor(10, TimeUnit.SECONDS);
    }
}
