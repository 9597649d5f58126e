package io.tongban.province.farside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** A real SFTP server before a folder, and a test that reads and writes there in the province's place. */
public final class SftpStub implements AutoCloseable {
    public static final Charset GB18030 = Charset.forName("GB18030");

    private final Path base;
    private final List<KeyPair> keys;
    /** Who signs in by this key needs no password; nobody, if there is none. */
    public volatile @Nullable PublicKey letIn;

    /** Whether of a file that is not there it says no more than that something went wrong. */
    public volatile boolean vague;

    private final SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder()
            .withSftpErrorStatusDataHandler(new Vague())
            .build();
    private SshServer server;
    /** How many bytes may be written before the next upload is cut; negative is never. */
    public final AtomicLong cutAfter = new AtomicLong(-1);

    /** Names of files, in the order in which they were opened. */
    public final List<String> opened = new CopyOnWriteArrayList<>();

    public final AtomicInteger signIns = new AtomicInteger();
    public final AtomicInteger refused = new AtomicInteger();

    /** With a key of one kind. */
    public SftpStub(Path root) {
        this(root, List.of(fresh("EC", 256)));
    }

    /** As a server with a key of each kind, of which it shows the one that is negotiated. */
    public SftpStub(Path root, List<KeyPair> keys) {
        this.keys = keys;
        try {
            base = Files.createDirectories(root.resolve("exchange"));
            Files.createDirectories(base.resolve("in"));
            Files.createDirectories(base.resolve("out"));
            sftp.addSftpEventListener(new Cutter());
            server = started(root, FreePort.any());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static KeyPair fresh(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SshServer started(Path root, int port) throws IOException {
        SshServer started = SshServer.setUpDefaultServer();
        started.setHost("127.0.0.1");
        started.setPort(port);
        started.setKeyPairProvider(KeyPairProvider.wrap(keys));
        started.setPasswordAuthenticator((user, password, session) -> {
            boolean right = user.equals("TONGBAN") && password.equals("secret-of-34");
            (right ? signIns : refused).incrementAndGet();
            return right;
        });
        started.setPublickeyAuthenticator((user, key, session) -> {
            boolean right = user.equals("TONGBAN") && KeyUtils.compareKeys(key, letIn);
            signIns.addAndGet(right ? 1 : 0);
            return right;
        });
        started.setFileSystemFactory(new VirtualFileSystemFactory(root));
        started.setSubsystemFactories(List.of(sftp));
        started.start();
        return started;
    }

    public String endpoint() {
        return "sftp://127.0.0.1:" + server.getPort() + "/exchange";
    }

    public String hostKey() {
        return fingerprint(keys.get(0));
    }

    public static String fingerprint(KeyPair key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    /** Closes the port, and opens it again. */
    public void away(Moment meanwhile) throws Exception {
        int port = server.getPort();
        server.stop(true);
        meanwhile.pass();
        server = started(base.getParent(), port);
    }

    public interface Moment {
        void pass() throws Exception;
    }

    public Path in(String name) {
        return base.resolve("in").resolve(name);
    }

    public Path out(String name) {
        return base.resolve("out").resolve(name);
    }

    /** Names in the folder that the caller writes. */
    public List<String> sent() throws IOException {
        try (Stream<Path> files = Files.list(base.resolve("in"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    public String text(String name) throws IOException {
        return Files.readString(in(name), GB18030);
    }

    /** Writes a reply, whole, and then its mark. */
    public void reply(String name, String text) throws IOException {
        reply(name, text.getBytes(GB18030));
    }

    public void reply(String name, byte[] bytes) throws IOException {
        put(name + ".rep", bytes);
        Files.write(out(name + ".rep.ok"), new byte[0]);
    }

    /** Puts a file there of which nobody sees a half, also in place of one with this name. */
    public void put(String name, byte[] bytes) throws IOException {
        Path draft = Files.write(out(name + ".draft"), bytes);
        Files.move(draft, out(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Vague implements SftpErrorStatusDataHandler {
        @Override
        public int resolveSubStatus(
                SftpSubsystemEnvironment environment, int id, Throwable failure, int command, Object... arguments) {
            int status =
                    SftpErrorStatusDataHandler.super.resolveSubStatus(environment, id, failure, command, arguments);
            return vague && status == SftpConstants.SSH_FX_NO_SUCH_FILE ? SftpConstants.SSH_FX_FAILURE : status;
        }
    }

    private final class Cutter implements SftpEventListener {
        @Override
        public void open(ServerSession session, String id, Handle file) {
            if (file instanceof FileHandle) {
                opened.add(file.getFile().getFileName().toString());
            }
        }

        @Override
        public void writing(
                ServerSession session, String id, FileHandle file, long offset, byte[] data, int at, int length) {
            long left = cutAfter.get();
            if (left >= 0 && offset + length > left) {
                cutAfter.set(-1);
                session.close(true);
            }
        }
    }
}
