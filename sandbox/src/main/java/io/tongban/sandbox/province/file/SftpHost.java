package io.tongban.sandbox.province.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The SFTP server of one province: one user, who sees one folder, and a host key that is new at each start. */
public final class SftpHost implements AutoCloseable {
    private static final int THREADS = 2;

    private final SshServer server;
    private final KeyPair hostKey;

    /** @param port on loopback, 0 for a free one */
    public SftpHost(String operator, String password, Path root, int port) {
        hostKey = newKey();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setNioWorkers(THREADS);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, given, session) -> user.equals(operator) && same(given, password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException("file simulator cannot listen on port " + port, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** {@code SHA256:…}, as OpenSSH writes it. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    @Override
    public void close() {
        server.close(true);
    }

    private static boolean same(String guess, String password) {
        return MessageDigest.isEqual(guess.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes EC keys", e);
        }
    }
}
