package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.restassured.RestAssured;
import io.tongban.sandbox.farside.OtherMakes;
import io.tongban.sandbox.launcher.Layout;
import io.tongban.sandbox.launcher.Progress;
import io.tongban.sandbox.launcher.SandboxProvinces;
import io.tongban.sandbox.launcher.SandboxStack;
import io.tongban.sandbox.launcher.StackOptions;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.TongbanBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** The running stack as tests see it: partners by hand, provinces, and a look into what is stored. */
final class TestSandbox implements AutoCloseable {
    /** A registration that would be accepted, if what surrounds it were right. */
    static final String REGISTRATION = People.registration(People.next(), "44");

    /** What a killed gateway had at work is taken over after so long, instead of a minute. */
    private static final String LEASE = "PT10S";

    private static final String RENEWED_EVERY = "PT2S";

    /** Most of what is waited for is there within a few of these. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(25);

    private static final Duration SLOWEST_LOOK = Duration.ofMillis(100);

    /** And a day that it was comparing after so long, instead of a quarter of an hour. */
    private static final String DAY_LEASE = "PT5S";

    static final int CONNECTIONS_OF_AN_ADDRESS = 2_000;
    static final int REFUSALS_OF_AN_ADDRESS = 3_000;

    private final SandboxStack stack;
    private final Path profiles;
    private final Wire wire;
    private final Tokens tokens;
    private final Transport transport;
    private final HikariDataSource database;

    private TestSandbox(
            SandboxStack stack, Path profiles, Tokens tokens, HikariDataSource database, Transport transport) {
        this.stack = stack;
        this.profiles = profiles;
        this.tokens = tokens;
        this.database = database;
        this.transport = transport;
        wire = new Wire(transport.gateway(stack), transport.carrier(stack));
    }

    static TestSandbox start() {
        try {
            Path profiles = Files.createTempDirectory("profiles");
            StackOptions options = new StackOptions(Layout.ofThisCheckout(), false, gatewayProperties(profiles));
            SandboxStack stack = SandboxStack.start(options, SandboxProvinces.starter(), Progress.SILENT);
            return new TestSandbox(
                    stack, profiles, new Tokens(stack), keptConnections(stack), Transport.HTTP_1_1_CLEAR);
        } catch (Exception e) {
            throw new IllegalStateException("the sandbox did not start", e);
        }
    }

    /** Each refusal is counted twice, and a new connection costs PostgreSQL more than both of its questions. */
    private static HikariDataSource keptConnections(SandboxStack stack) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(stack.postgres().dataSource("gateway"));
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static Map<String, String> gatewayProperties(Path profiles) {
        Map<String, String> properties = new TreeMap<>(OtherMakes.secrets());
        properties.put("tongban.outbox.lease", LEASE);
        properties.put("tongban.outbox.renew-every", RENEWED_EVERY);
        properties.put("tongban.reconciliation.lease", DAY_LEASE);
        // Nobody who waits for them waits long.
        properties.put("tongban.edge.head-deadline", "PT5S");
        properties.put("tongban.edge.body-deadline", "PT5S");
        // No load balancer has to notice that a node leaves; without it each end takes five seconds.
        properties.put("quarkus.shutdown.delay", "PT0S");
        properties.put("tongban.edge.connections-per-address", String.valueOf(CONNECTIONS_OF_AN_ADDRESS));
        properties.put("tongban.limits.refusals-per-minute", String.valueOf(REFUSALS_OF_AN_ADDRESS));
        // Of one partner that all tests call by: a line that is left out is a request that nobody sees.
        properties.put("tongban.request-log.lines-per-minute", "100000");
        properties.put("tongban.province.profiles-folder", profiles.toString());
        properties.put("tongban.province.97.password", "secret-of-97");
        return properties;
    }

    /** The same sandbox, as a partner sees it who comes by another way. */
    TestSandbox over(Transport other) {
        return new TestSandbox(stack, profiles, tokens, database, other);
    }

    SandboxStack stack() {
        return stack;
    }

    /** Where this transport finds the gateway. */
    URI gateway() {
        return transport.gateway(stack);
    }

    Transport transport() {
        return transport;
    }

    /** A connection of this transport, for HTTP/1.1 as nobody would write it. */
    RawSocket socket() throws IOException {
        return gateway().getScheme().equals("https")
                ? RawSocket.over(stack.authority().clientContext(), gateway())
                : RawSocket.to(gateway());
    }

    /** The SDK, by this transport. */
    TongbanBuilder sdk(String clientId) {
        return Tongban.builder()
                .baseUrl(gateway())
                .issuer(stack.keycloak().issuer("tongban"))
                .clientId(clientId)
                .privateKeyJwk(stack.partnerKey(clientId).toJSONString())
                .sslContext(stack.authority().clientContext())
                .allowPlainHttp();
    }

    /** The gateway's folder of profiles beside those that it ships; empty at the start. */
    Path profiles() {
        return profiles;
    }

    /** What an operator's Prometheus reads. */
    String metrics() {
        return RestAssured.get(stack.gatewayProcess().management() + "/q/metrics")
                .asString();
    }

    Wire wire() {
        return wire;
    }

    Tokens tokens() {
        return tokens;
    }

    Simulator province(String code) {
        return stack.provinces().stream()
                .filter(province -> province.provinceCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    ByHand delivery() {
        return partner("fengsong-delivery");
    }

    ByHand ride() {
        return partner("kuaixing-ride");
    }

    ByHand limited() {
        return partner("yinzhan-limited");
    }

    ByHand agency() {
        return partner("tongban-agency");
    }

    ByHand partner(String clientId) {
        return new ByHand(gateway(), stack.partnerKey(clientId), () -> tokens.of(clientId));
    }

    String registration(String province) {
        return People.registration(People.next(), province);
    }

    /** Sends it, and expects a signed problem document with this code, and nothing stored. */
    Answer assertRefused(Call call, String code) {
        return refused(() -> wire.send(call), code);
    }

    /** The same of one for which the realm is asked, so that it may be answered with 503 first. */
    Answer assertRefused(Supplier<Call> call, String code) {
        return refused(() -> wire.sendUntilAvailable(call), code);
    }

    private Answer refused(Supplier<Answer> sent, String code) {
        long before = stored();
        Answer answer = sent.get();
        assertThat(answer.text("code")).as("%s", new String(answer.body())).isEqualTo(code);
        assertThat(answer.field("content-type")).startsWith("application/problem+json");
        assertThat(answer.status())
                .isEqualTo(answer.json().path("status").asInt())
                .isBetween(400, 599);
        assertThat(answer.text("traceId")).matches("[0-9a-f]{32}");
        assertThat(stored()).as("rows stored").isEqualTo(before);
        return answer;
    }

    /** Sends it, and expects this status. */
    JsonNode accepted(Call call, int status) {
        return with(status, wire.send(call));
    }

    /** Signs and sends it until the gateway can look at it, and expects this status then. */
    JsonNode accepted(Supplier<Call> call, int status) {
        return with(status, wire.sendUntilAvailable(call));
    }

    private static JsonNode with(int status, Answer answer) {
        assertThat(answer.status()).as("%s", new String(answer.body())).isEqualTo(status);
        return answer.json();
    }

    /** Rows of everything that a partner can cause to be stored; quiet only while no other work runs. */
    private long stored() {
        return count("select (select count(*) from worker) + (select count(*) from enrolment)"
                + " + (select count(*) from mandate) + (select count(*) from withholding)"
                + " + (select count(*) from insurance_change)"
                + " + (select count(*) from idempotency)");
    }

    /** To the gateway's database; kept for the next who asks when it is closed. */
    Connection connection() throws SQLException {
        return database.getConnection();
    }

    long count(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom a province knows once no registration there is under way: other tests do not wait for theirs. */
    long persons(String province) {
        String pending = "select count(*) from enrolment where state = 'PENDING' and province = '" + province + "'";
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> count(pending) == 0);
        return province(province).ledger().persons();
    }

    String anotherToken() {
        return tokens.fresh("fengsong-delivery");
    }

    /** Reads a thing until it says so, or two minutes are over, which a busy machine may need. */
    JsonNode await(ByHand partner, String target, Predicate<JsonNode> until) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(FIRST_LOOK)
                .pollInterval((looks, last) -> last.compareTo(SLOWEST_LOOK) < 0 ? last.multipliedBy(2) : last)
                .until(() -> wire.send(partner.get(target)).json(), until);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        database.close();
        stack.close();
    }
}
