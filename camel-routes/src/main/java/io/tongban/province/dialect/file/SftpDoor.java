package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** The way into provinces' SFTP servers. Knows no keys, hosts or settings of the account that it runs under. */
final class SftpDoor implements ServerDoor {
    private static final AttributeKey<Expected> EXPECTED = new AttributeKey<>();
    private static final Set<ClientSessionEvent> KEY_IS_SHOWN =
            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED);
    private static final int THREADS = 2;

    private final HostKeys keys = new HostKeys();
    private @Nullable SshClient client;
    private boolean closed;

    @Override
    public void require(ProvinceProfile profile) {
        ClientKeys.requireOneWay(profile);
    }

    @Override
    public RemoteFolder open(ProvinceProfile profile) {
        Set<String> pins = HostKeys.pinned(profile);
        for (HostKeys.Kind kind : keys.kinds(pins)) {
            Expected expected = new Expected(pins, kind);
            ClientSession session = connect(profile, expected);
            if (session == null) {
                continue;
            }
            if (keyFits(session, expected, profile)) {
                keys.fitted(pins, kind);
                return signedIn(session, profile);
            }
            session.close(true);
        }
        throw new CallFailed(UnknownCause.HOST_KEY_DIFFERS);
    }

    @Override
    public String words(ProvinceProfile profile, UnknownCause reason) {
        return switch (reason) {
            case HOST_KEY_DIFFERS -> "the server shows another host key than options.host-key; nothing was told to it";
            case ACCESS_REFUSED -> refused(profile);
            case NOT_SIGNED_IN -> "what answers is no SFTP server that lets anyone sign in";
            default -> "no connection: " + reason.word();
        };
    }

    static String refused(ProvinceProfile profile) {
        return "the server refuses " + profile.operator() + ": account or password is wrong; tried once";
    }

    /** Whether the server has shown a key that is pinned; until it has, it is told nothing. */
    private static boolean keyFits(ClientSession session, Expected expected, ProvinceProfile profile) {
        session.waitFor(KEY_IS_SHOWN, profile.timeouts().reply());
        return switch (expected.shown) {
            case FITTING -> true;
            case OTHER -> false;
            case NOTHING -> {
                // It hung up, or fell silent, before there was any question of keys.
                session.close(true);
                throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
            }
        };
    }

    private static RemoteFolder signedIn(ClientSession session, ProvinceProfile profile) {
        boolean known = false;
        try {
            List<KeyPair> ours = ClientKeys.of(profile);
            if (ours.isEmpty()) {
                session.addPasswordIdentity(profile.password().value());
            }
            ours.forEach(session::addPublicKeyIdentity);
            session.auth().verify(profile.timeouts().reply());
            known = true;
            return new SftpFolder(
                    session,
                    SftpClientFactory.instance().createSftpClient(session),
                    profile.endpoint().getPath());
        } catch (IOException e) {
            session.close(true);
            boolean refused = !known
                    && e instanceof SshException refusal
                    && refusal.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
            throw new CallFailed(refused ? UnknownCause.ACCESS_REFUSED : UnknownCause.NOT_SIGNED_IN);
        }
    }

    /** Null where the server, having no key of this kind, hung up before the connection was ours. */
    private @Nullable ClientSession connect(ProvinceProfile profile, Expected expected) {
        URI endpoint = profile.endpoint();
        Duration reply = profile.timeouts().reply();
        try {
            ClientSession session = started()
                    .connect(
                            profile.operator(),
                            endpoint.getHost(),
                            endpoint.getPort(),
                            AttributeRepository.ofKeyValuePair(EXPECTED, expected),
                            null)
                    .verify(profile.timeouts().connect())
                    .getClientSession();
            // Also how long the SFTP client waits for each answer, and how long a session lives that nobody uses.
            CoreModuleProperties.IDLE_TIMEOUT.set(session, reply);
            CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(session, reply);
            SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(session, reply);
            return session;
        } catch (IOException e) {
            if (expected.shown == Shown.OTHER) {
                return null;
            }
            throw new CallFailed(UnknownCause.NOT_CONNECTED);
        }
    }

    private synchronized SshClient started() {
        if (closed) {
            throw new CallFailed(UnknownCause.FAILED);
        }
        SshClient started = client;
        if (started == null) {
            started = SshClient.setUpDefaultClient();
            started.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            started.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            // Signs with a list of its own: that of a session is cut down to one kind, of the server's key.
            started.setUserAuthFactories(List.of(
                    new UserAuthPublicKeyFactory(started.getSignatureFactories()), UserAuthPasswordFactory.INSTANCE));
            started.setServerKeyVerifier((session, address, key) -> fits(session, key));
            started.addSessionListener(new OneKind());
            started.setNioWorkers(THREADS);
            started.start();
            client = started;
        }
        return started;
    }

    private static Expected expected(Session session) {
        return Objects.requireNonNull(
                ((ClientSession) session).getConnectionContext().getAttribute(EXPECTED));
    }

    private static boolean fits(ClientSession session, PublicKey key) {
        Expected expected = expected(session);
        boolean fits = HostKeys.fits(expected.pins, key);
        expected.shown = fits ? Shown.FITTING : Shown.OTHER;
        return fits;
    }

    /** What a server has shown of its keys. */
    private enum Shown {
        NOTHING,
        FITTING,
        /** A key that is not pinned, or that it has none of this kind. */
        OTHER
    }

    /** What is asked of one connection's server; outlives the session, which forgets all when it is closed. */
    private static final class Expected {
        private final Set<String> pins;
        private final HostKeys.Kind kind;
        private volatile Shown shown = Shown.NOTHING;

        Expected(Set<String> pins, HostKeys.Kind kind) {
            this.pins = pins;
            this.kind = kind;
        }
    }

    /** Asks for one kind of key only, before anything is negotiated, and notes where the server has none of it. */
    private static final class OneKind implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            session.setSignatureFactories(expected(session).kind.of(session.getSignatureFactories()));
        }

        @Override
        public void sessionNegotiationStart(
                Session session, Map<KexProposalOption, String> ours, Map<KexProposalOption, String> theirs) {
            Set<String> offered = Stream.of(theirs.getOrDefault(KexProposalOption.SERVERKEYS, "")
                            .split(","))
                    .collect(Collectors.toSet());
            boolean none = Stream.of(
                            ours.getOrDefault(KexProposalOption.SERVERKEYS, "").split(","))
                    .noneMatch(offered::contains);
            if (none) {
                expected(session).shown = Shown.OTHER;
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.stop();
        }
    }
}
