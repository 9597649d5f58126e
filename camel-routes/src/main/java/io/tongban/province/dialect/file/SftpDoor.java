package io.tongban.province.dialect.file;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** The way into provinces' SFTP servers. Knows no keys, hosts or settings of the account that it runs under. */
final class SftpDoor implements AutoCloseable {
    /** The server's key is not the one that the profile names, so it was told nothing. */
    static final String HOST_KEY_DIFFERS = "host-key-differs";

    private static final AttributeKey<String> EXPECTED = new AttributeKey<>();
    private static final AttributeKey<Boolean> REFUSED = new AttributeKey<>();
    private static final int THREADS = 2;

    private @Nullable SshClient client;
    private boolean closed;

    /**
     * Signs in, for one round or for several that follow each other closely.
     *
     * @throws CallFailed with a word for why there is no session
     */
    RemoteFolder open(ProvinceProfile profile) {
        ClientSession session = connect(profile);
        try {
            session.addPasswordIdentity(profile.password().value());
            session.auth().verify(profile.timeouts().reply());
            return new RemoteFolder(
                    session,
                    SftpClientFactory.instance().createSftpClient(session),
                    profile.endpoint().getPath());
        } catch (IOException e) {
            boolean stranger = Boolean.TRUE.equals(session.getAttribute(REFUSED));
            session.close(true);
            throw new CallFailed(stranger ? HOST_KEY_DIFFERS : CallFailed.NOT_SIGNED_IN);
        }
    }

    private ClientSession connect(ProvinceProfile profile) {
        URI endpoint = profile.endpoint();
        String fingerprint = profile.options().text(FileDialect.HOST_KEY);
        Duration reply = profile.timeouts().reply();
        try {
            ClientSession session = started()
                    .connect(
                            profile.operator(),
                            endpoint.getHost(),
                            endpoint.getPort(),
                            AttributeRepository.ofKeyValuePair(EXPECTED, fingerprint),
                            null)
                    .verify(profile.timeouts().connect())
                    .getClientSession();
            // Also how long the SFTP client waits for each answer, and how long a session lives that nobody uses.
            CoreModuleProperties.IDLE_TIMEOUT.set(session, reply);
            CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(session, reply);
            SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(session, reply);
            return session;
        } catch (IOException e) {
            throw new CallFailed(CallFailed.NOT_CONNECTED);
        }
    }

    private synchronized SshClient started() {
        if (closed) {
            throw new CallFailed(CallFailed.FAILED);
        }
        SshClient started = client;
        if (started == null) {
            started = SshClient.setUpDefaultClient();
            started.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            started.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            started.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
            started.setServerKeyVerifier((session, address, key) -> expected(session, key));
            started.setNioWorkers(THREADS);
            started.start();
            client = started;
        }
        return started;
    }

    private static boolean expected(ClientSession session, PublicKey key) {
        String fingerprint = session.getConnectionContext().getAttribute(EXPECTED);
        boolean known = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key).equals(fingerprint);
        session.setAttribute(REFUSED, !known);
        return known;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.stop();
        }
    }
}
