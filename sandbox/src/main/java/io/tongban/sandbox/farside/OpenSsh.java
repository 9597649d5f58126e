package io.tongban.sandbox.farside;

import io.tongban.sandbox.launcher.FreePort;
import io.tongban.sandbox.launcher.OrphanGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A stock OpenSSH server on loopback, which lets in whoever runs this, by key alone. It has a host key of each kind, as
 * Debian's package makes them, and what is told of them is not the one that it would rather show.
 */
final class OpenSsh implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/sshd");
    private static final List<String> KINDS = List.of("rsa", "ecdsa", "ed25519");
    private static final String TOLD = "host-rsa";
    private static final int TRIES = 100;

    private final Path folder;
    private final int port = FreePort.any();
    private final Process server;

    /**
     * @param folder of its own, for keys and configuration
     * @throws NotInstalledException if there is no server, or no ssh-keygen
     */
    OpenSsh(Path folder) throws NotInstalledException, IOException, InterruptedException {
        if (!Files.isExecutable(SERVER)) {
            throw new NotInstalledException(SERVER + " is not installed (Debian: openssh-server)");
        }
        this.folder = folder;
        for (String kind : KINDS) {
            keygen("host-" + kind, kind);
        }
        keygen("client", "ed25519");
        if (user().equals("root")) {
            // Where a server of root's locks away what talks to strangers; packages leave its making to systemd.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Path config = Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host-rsa"),
                        "HostKey " + folder.resolve("host-ecdsa"),
                        "HostKey " + folder.resolve("host-ed25519"),
                        "PidFile none",
                        "AuthorizedKeysFile " + folder.resolve("client.pub"),
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "UsePAM no",
                        "StrictModes no",
                        "MaxStartups 100",
                        "Subsystem sftp internal-sftp"));
        server = new ProcessBuilder(SERVER.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        OrphanGuard.watch(server.toHandle());
        awaitListening();
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try (Socket unused = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (tries == TRIES || !server.isAlive()) {
                    close();
                    throw new IOException("sshd does not listen, see " + folder.resolve("sshd.log"), notYet);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    static String user() {
        return System.getProperty("user.name");
    }

    int port() {
        return port;
    }

    Path clientKey() {
        return folder.resolve("client");
    }

    /** {@code SHA256:…}, as OpenSSH writes it. */
    String fingerprint() throws NotInstalledException, IOException, InterruptedException {
        return ran(
                        "ssh-keygen",
                        "-l",
                        "-E",
                        "sha256",
                        "-f",
                        folder.resolve(TOLD + ".pub").toString())
                .split(" ", -1)[1];
    }

    private void keygen(String name, String kind) throws NotInstalledException, IOException, InterruptedException {
        String file = folder.resolve(name).toString();
        String unused = ran("ssh-keygen", "-q", "-t", kind, "-N", "", "-C", name, "-f", file);
    }

    private static String ran(String... command) throws NotInstalledException, IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new NotInstalledException(command[0] + " is not installed (Debian: openssh-client)");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + ": " + said);
        }
        return said;
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> sessions = server.descendants().toList();
        server.destroy();
        sessions.forEach(ProcessHandle::destroy);
        if (!server.waitFor(10, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }
}
