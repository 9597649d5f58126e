package io.tongban.sandbox.province.file;

import io.tongban.sandbox.province.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Calls a province as the dialect's page says, by hand: it shares nothing with the simulator. */
final class FileCaller implements AutoCloseable {
    private static final int LISTINGS = 10;

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SshClient ssh = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final SftpClient sftp;
    private final String base;

    /** @throws IOException if the server has another key than it says, or the password is wrong */
    FileCaller(Simulator simulator, String password) throws IOException {
        URI endpoint = URI.create(simulator.endpoint());
        String fingerprint = simulator.moreProperties().get("host-key");
        base = endpoint.getPath() + "/";
        ssh.setServerKeyVerifier((client, address, key) ->
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, key).equals(fingerprint));
        ssh.start();
        session = ssh.connect("TONGBAN", endpoint.getHost(), endpoint.getPort())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        sftp = SftpClientFactory.instance().createSftpClient(session);
    }

    /** Uploads a file and its mark. */
    void send(String name, String text) throws IOException {
        send(name, text.getBytes(GB18030));
    }

    void send(String name, byte[] bytes) throws IOException {
        write("in/" + name + ".tmp", bytes);
        sftp.rename(base + "in/" + name + ".tmp", base + "in/" + name + ".txt");
        write("in/" + name + ".ok", new byte[0]);
    }

    private void write(String name, byte[] bytes) throws IOException {
        try (OutputStream out = sftp.write(base + name)) {
            out.write(bytes);
        }
    }

    void mark(String name) throws IOException {
        write("in/" + name + ".ok", new byte[0]);
    }

    /** A file in {@code out}. */
    String text(String name) {
        return new String(bytes(name), GB18030);
    }

    byte[] bytes(String name) {
        try (InputStream in = sftp.read(base + "out/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server fails a whole listing for one file that was renamed since it began; so it is asked again. */
    List<String> out() throws IOException {
        for (int left = LISTINGS; true; left--) {
            try {
                List<String> names = new ArrayList<>();
                sftp.readEntries(base + "out").forEach(entry -> names.add(entry.getFilename()));
                return names;
            } catch (UncheckedIOException raced) {
                boolean vanished = raced.getCause() instanceof SftpException said
                        && said.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE;
                if (!vanished || left == 1) {
                    throw raced;
                }
            }
        }
    }

    @Override
    public void close() {
        session.close(true);
        ssh.stop();
    }
}
