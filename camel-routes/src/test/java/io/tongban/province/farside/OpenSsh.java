package io.tongban.province.farside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A stock OpenSSH server on a port of its own, which lets in whoever runs this test, by key alone. It has a host key of
 * each kind, as Debian's package makes them.
 */
public final class OpenSsh implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final List<String> KINDS = List.of("rsa", "ecdsa", "ed25519");
    private static final String NEXT = "next";

    private final Path folder;
    private final int port = FreePort.any();
    private Process server;

    public OpenSsh(Path folder) throws IOException, InterruptedException {
        assertThat(SERVER)
                .as("this test needs OpenSSH's server and ssh-keygen; install them: apt-get install openssh-server")
                .isExecutable();
        this.folder = folder;
        for (String kind : KINDS) {
            keygen("host-" + kind, kind);
        }
        keygen(NEXT, "ecdsa");
        keygen("client", "ed25519");
        keygen("stranger", "ed25519");
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"), StandardCopyOption.REPLACE_EXISTING);
        if (user().equals("root")) {
            // Where a server of root's locks away what talks to strangers; packages leave its making to systemd.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        server = started(KINDS.stream().map(kind -> "host-" + kind).toList());
    }

    private Process started(List<String> hostKeys) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "PidFile none",
                "AuthorizedKeysFile " + folder.resolve("authorized"),
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "UsePAM no",
                "StrictModes no",
                "Subsystem sftp internal-sftp"));
        hostKeys.forEach(name -> lines.add("HostKey " + key(name)));
        Path config = Files.write(folder.resolve("sshd_config"), lines);
        Path log = Files.writeString(folder.resolve("sshd.log"), "");
        Process started = new ProcessBuilder(SERVER.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // A file needs no thread that reads it, and that would fail when the server is ended.
        Awaitility.await("sshd")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(log).contains("Server listening") || !started.isAlive());
        assertThat(started.isAlive())
                .as("sshd did not start: " + Files.readString(log))
                .isTrue();
        return started;
    }

    /** Hangs up, and comes back with its next key alone. */
    public void changesItsKeys() throws IOException, InterruptedException {
        close();
        server = started(List.of(NEXT));
    }

    /** What it has written since it started. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("sshd.log"));
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

    /** Of the kind that it would rather show. */
    public String hostKey() throws IOException, InterruptedException {
        return hostKey("ed25519");
    }

    /** @param kind {@code rsa}, {@code ecdsa} or {@code ed25519} */
    public String hostKey(String kind) throws IOException, InterruptedException {
        return fingerprint("host-" + kind);
    }

    /** Of the key that it {@linkplain #changesItsKeys will have}. */
    public String nextHostKey() throws IOException, InterruptedException {
        return fingerprint(NEXT);
    }

    /** {@code SHA256:…}, of any key that was made here. */
    public String fingerprint(String name) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder("ssh-keygen", "-l", "-E", "sha256", "-f", key(name + ".pub")).start();
        String line = new String(asked.getInputStream().readAllBytes());
        assertThat(asked.waitFor()).isZero();
        return line.split(" ")[1];
    }

    private void keygen(String name, String kind) throws IOException, InterruptedException {
        Process made = new ProcessBuilder("ssh-keygen", "-q", "-t", kind, "-N", "", "-C", name, "-f", key(name))
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
