package io.tongban.sandbox.launcher;

import com.nimbusds.jose.jwk.JWK;
import io.tongban.sandbox.province.ControlServer;
import io.tongban.sandbox.province.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * PostgreSQL, Keycloak, provinces and gateway, all real, all on loopback, started from nothing. It ends with
 * {@link #close()}, with this JVM, and with this JVM's being killed. Safe to share between threads.
 */
public final class SandboxStack implements AutoCloseable {
    private static final int GATEWAY_PORT = 8080;
    private static final int GATEWAY_HTTPS_PORT = 8443;
    private static final int MANAGEMENT_PORT = 9000;
    private static final int KEYCLOAK_PORT = 8180;
    private static final int CONTROL_PORT = 8280;

    private final Path folder;
    private final RealmValues values;
    private final URI httpsGateway;
    private final CertificateAuthority authority = CertificateAuthority.create(Clock.systemUTC());
    private final ServerCertificate certificate;
    private final PartnerRegister partners = new PartnerRegister();
    private final Startup startup;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private final List<Simulator> provinces;
    private final ControlServer control;
    private final GatewayProcess gateway;

    private SandboxStack(StackOptions options, ProvinceStarter starter, Startup startup, Progress progress)
            throws IOException, InterruptedException {
        this.startup = startup;
        Layout layout = options.layout();
        folder = layout.newWorkFolder();
        Ports ports = new Ports(
                options.port("gateway", GATEWAY_PORT, progress),
                options.port("gateway over TLS", GATEWAY_HTTPS_PORT, progress),
                options.port("gateway's management", MANAGEMENT_PORT, progress));
        values = RealmValues.random(URI.create("http://127.0.0.1:" + ports.http()));
        httpsGateway = URI.create("https://127.0.0.1:" + ports.https());
        certificate = ServerCertificate.in(folder.resolve("tls"), authority);
        Path partnersFile = folder.resolve("partners.json");
        partners.writeTo(partnersFile);

        Future<KeycloakServer> tokens = startup.begin(
                "Keycloak",
                () -> KeycloakServer.start(
                        layout, folder.resolve("keycloak"), options.port("Keycloak", KEYCLOAK_PORT, progress), values),
                started -> "issuer " + started.issuer("tongban"));
        postgres = Startup.await(startup.begin("PostgreSQL", () -> PostgresServer.start(folder.resolve("postgres"))));
        provinces = Startup.await(startup.begin("provinces", () -> new Provinces(starter.start(postgres, authority))))
                .simulators();
        control = Startup.await(startup.begin(
                "simulators' control",
                () -> ControlServer.start(provinces, options.port("simulators' control", CONTROL_PORT, progress))));
        keycloak = Startup.await(tokens);
        GatewaySettings settings = new GatewaySettings(values, partnersFile)
                .https(httpsGateway, certificate)
                .postgres(postgres)
                .keycloak(keycloak)
                .provinces(provinces)
                .scenarios(control.endpoint());
        gateway = Startup.await(startup.begin(
                "gateway",
                () -> {
                    postgres.createDatabase(GatewaySettings.DATABASE);
                    return GatewayProcess.start(settings.at(
                            layout.gatewayJar(), ports, folder.resolve("gateway.log"), options.gatewayProperties()));
                },
                started -> started.base() + " and " + httpsGateway));
    }

    /**
     * Starts everything and returns when the gateway is ready.
     *
     * @throws IOException if a server cannot be started, with nothing left running; the message names its log
     */
    public static SandboxStack start(StackOptions options, ProvinceStarter provinces, Progress progress)
            throws IOException, InterruptedException {
        FastCryptography.install();
        Startup startup = new Startup(progress);
        Thread hook = new Thread(startup::close, "stack");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return new SandboxStack(options, provinces, startup, progress);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            startup.close();
            throw failed;
        }
    }

    private record Provinces(List<Simulator> simulators) implements AutoCloseable {
        @Override
        public void close() {
            simulators.forEach(Simulator::close);
        }
    }

    /** The gateway's public base URL, without a slash at the end. */
    public URI gateway() {
        return values.gateway();
    }

    /** The same over TLS, with HTTP/2 for those who can. What is signed for one of the two is not valid at the other. */
    public URI httpsGateway() {
        return httpsGateway;
    }

    /** Who vouches for {@link #httpsGateway()}. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** What {@link #httpsGateway()} shows. */
    public ServerCertificate certificate() {
        return certificate;
    }

    /** Where partners get their tokens. */
    public URI tokenEndpoint() {
        return keycloak.tokenEndpoint("tongban");
    }

    /**
     * The key pair that the register holds for a client at the start, private part included.
     *
     * @throws java.util.NoSuchElementException if the register has no such client
     */
    public JWK partnerKey(String clientId) {
        return partners.key(clientId);
    }

    /** Client secret of {@code fengsong-delivery} in realm {@code other}, the issuer that the gateway does not trust. */
    public String otherRealmSecret() {
        return values.otherSecret();
    }

    /** Of {@code teller}, {@code supervisor} and {@code auditor}, who log in to the counter page. */
    public String counterPassword() {
        return values.counterPassword();
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public List<Simulator> provinces() {
        return provinces;
    }

    /** Where the simulators' switches are. */
    public String control() {
        return control.endpoint();
    }

    public GatewayProcess gatewayProcess() {
        return gateway;
    }

    /**
     * Starts another node of the gateway, on a free port, with a public address of its own so that it can be spoken to
     * past every load balancer; returns when it is ready. It ends with the stack.
     *
     * @param properties configuration in place of what the first node has
     */
    public GatewayProcess startNode(String name, Map<String, String> properties)
            throws IOException, InterruptedException {
        return Startup.await(startup.begin(name, () -> gateway.neighbour(Ports.free(), name, properties)));
    }

    /** Where the logs of this stack lie. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        startup.close();
    }
}
