package io.tongban.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tongban.api.Scopes;
import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Transaction;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.TongbanBuilder;
import io.tongban.sdk.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The packaged gateway, with the sandbox's province behind it; over TLS, where the SDK speaks HTTP/2. */
final class GatewayWorld implements StoryWorld {
    private final TestSandbox sandbox;
    private final Path authority;
    private final Tongban partner;
    private final Tongban other;
    private final Tongban reader;
    private final Tongban agency;
    private final HttpServer receiver;
    private final Map<String, WebhookEvent> arrived = new ConcurrentHashMap<>();

    /** @param authority PEM file of the authority that issued the gateway's certificate */
    GatewayWorld(TestSandbox sandbox, Path authority) throws IOException {
        this.sandbox = sandbox;
        this.authority = authority;
        partner = client("fengsong-delivery");
        other = client("kuaixing-ride");
        reader = builder("fengsong-delivery").scopes(Scopes.CONTRIBUTIONS_READ).build();
        agency = client("tongban-agency");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    private Tongban client(String clientId) {
        return builder(clientId).build();
    }

    private TongbanBuilder builder(String clientId) {
        return Tongban.builder()
                .baseUrl(sandbox.stack().httpsGateway())
                .issuer(sandbox.stack().keycloak().issuer("tongban"))
                .clientId(clientId)
                .privateKeyJwk(sandbox.stack().partnerKey(clientId).toJSONString())
                .trust(authority);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebhookEvent event = Webhooks.verify(
                    exchange.getRequestMethod(),
                    webhookUrl().toString(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readNBytes(1 << 20),
                    partner.gatewayKeys(),
                    Webhooks.TOLERANCE,
                    Clock.systemUTC());
            arrived.put(event.id(), event);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public Tongban partner() {
        return partner;
    }

    @Override
    public Tongban other() {
        return other;
    }

    @Override
    public Tongban reader() {
        return reader;
    }

    @Override
    public Tongban agency() {
        return agency;
    }

    @Override
    public void provinceWillRefuse(String reference, ProblemType why) {
        // Its own rules refuse it.
    }

    @Override
    public void provinceWillNotAnswer(String reference) {
        sandbox.province("44").faults().silence(Duration.ofSeconds(20));
        sandbox.province("44").faults().next(Fault.NO_REPLY_AFTER_COMMIT, 1, Transaction.WITHHOLD);
    }

    @Override
    public URI webhookUrl() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/story");
    }

    @Override
    public List<WebhookEvent> events(int atLeast, Predicate<WebhookEvent> which) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> arrived.values().stream().filter(which).toList(), events -> events.size() >= atLeast);
    }

    @Override
    public void close() {
        receiver.stop(0);
        partner.close();
        other.close();
        reader.close();
        agency.close();
    }
}
