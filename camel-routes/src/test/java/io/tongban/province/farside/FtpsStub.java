package io.tongban.province.farside;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A real FTPS server before a folder, and a test that reads and writes there in the province's place. */
public final class FtpsStub implements AutoCloseable {
    private static final String STORE = new String(Certificates.PASSWORD);

    private final Path base;
    private final String scheme;
    private final Listener listener;
    private final FtpServer server;

    /** Commands, in the order in which they came, without what they say. */
    public final List<String> commands = new CopyOnWriteArrayList<>();

    /** What it replies to a command instead of doing it. */
    public final Map<String, Integer> instead = new ConcurrentHashMap<>();

    public final AtomicInteger connections = new AtomicInteger();

    public final AtomicInteger signIns = new AtomicInteger();

    /**
     * @param scheme ftps for TLS from the first octet, else ftpes
     * @param asksForCertificate of whoever calls
     */
    public FtpsStub(Path root, Certificates certificates, String scheme, boolean asksForCertificate) throws Exception {
        this.scheme = scheme;
        base = Files.createDirectories(root.resolve("exchange"));
        Files.createDirectories(base.resolve("in"));
        Files.createDirectories(base.resolve("out"));
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(
                stored(root.resolve("server.p12"), certificates.ofServer()).toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(STORE);
        tls.setTruststoreFile(
                stored(root.resolve("trusted.p12"), certificates.trusted()).toFile());
        tls.setTruststoreType("PKCS12");
        tls.setTruststorePassword(STORE);
        tls.setClientAuthentication(asksForCertificate ? "NEED" : "NONE");
        ListenerFactory made = new ListenerFactory();
        made.setServerAddress("127.0.0.1");
        made.setPort(0);
        made.setImplicitSsl(scheme.equals("ftps"));
        made.setSslConfiguration(tls.createSslConfiguration());
        listener = made.createListener();
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener);
        BaseUser user = new BaseUser();
        user.setName("TONGBAN");
        user.setPassword("secret-of-34");
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        // It empties the map when it stops.
        factory.setFtplets(new HashMap<>(Map.of("seen", new Seen())));
        server = factory.createServer();
        server.start();
    }

    private static Path stored(Path file, KeyStore store) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE.toCharArray());
        }
        return file;
    }

    public String endpoint() {
        return scheme + "://127.0.0.1:" + port() + "/exchange";
    }

    public int port() {
        return listener.getPort();
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

    /** Writes a reply, whole, and then its mark. */
    public void reply(String name, String text) throws IOException {
        Files.write(out(name + ".rep"), text.getBytes(SftpStub.GB18030));
        Files.write(out(name + ".rep.ok"), "".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Seen extends DefaultFtplet {
        @Override
        public FtpletResult onConnect(FtpSession session) {
            connections.incrementAndGet();
            return FtpletResult.DEFAULT;
        }

        @Override
        public FtpletResult beforeCommand(FtpSession session, FtpRequest request) {
            String command = request.getCommand().toUpperCase(Locale.ROOT);
            commands.add(command);
            Integer code = instead.get(command);
            if (code == null) {
                return FtpletResult.DEFAULT;
            }
            try {
                session.write(new DefaultFtpReply(code, "no"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return FtpletResult.SKIP;
        }

        @Override
        public FtpletResult onLogin(FtpSession session, FtpRequest request) {
            signIns.incrementAndGet();
            return FtpletResult.DEFAULT;
        }
    }
}
