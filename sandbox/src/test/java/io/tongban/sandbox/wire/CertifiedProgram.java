package io.tongban.sandbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.tongban.api.mandate.Mandate;
import io.tongban.api.mandate.MandateGrant;
import io.tongban.api.mandate.MandateRevocation;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEndpoint;
import io.tongban.api.webhook.WebhookEndpointSpec;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.api.withholding.Withholding;
import io.tongban.api.withholding.WithholdingOrder;
import io.tongban.api.worker.InsuredPlace;
import io.tongban.api.worker.Worker;
import io.tongban.api.worker.WorkerRegistration;
import io.tongban.sdk.Tongban;
import io.tongban.sdk.error.RefusedException;
import io.tongban.sdk.error.TongbanException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** A platform's program over the SDK: all that the suite asks, with what goes wrong on the way. */
final class CertifiedProgram implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TestSandbox sandbox;
    private final Map<String, Tongban> clients = new HashMap<>();
    private final HttpServer listener;
    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private int month;

    CertifiedProgram(TestSandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        listener.createContext("/", exchange -> {
            arrived.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
    }

    void run() {
        Instant began = Instant.now();
        WebhookEndpoint endpoint = usual().webhookEndpoints()
                .create(WebhookEndpointSpec.builder()
                        .url(URI.create(
                                "http://127.0.0.1:" + listener.getAddress().getPort() + "/"))
                        .events(EnumSet.allOf(EventType.class))
                        .build());
        Worker worker = usual().workers().register(registration("44"));
        usual().workers().awaitEnrolled(worker.id(), A_WHILE);
        Mandate mandate = usual().mandates().create(grant(worker, "44"));
        usually(worker, mandate);
        bearsLosses(worker, mandate);
        takesRefusals(worker, mandate);
        followsOrders(worker, mandate);
        takesAnEventTwice(endpoint, worker, began);
        usual().webhookEndpoints().delete(endpoint.id());
    }

    private void usually(Worker worker, Mandate mandate) {
        usual().provinces().list();
        WithholdingOrder order = order(worker, mandate);
        Withholding withheld = usual().withholdings().withhold(order);
        usual().withholdings().awaitFinal(withheld.id(), A_WHILE);
        usual().withholdings().receipt(withheld.id());
        assertThat(usual().withholdings().findByReference(order.partnerReference()))
                .isPresent();
        usual().statuses().of(worker.id());
    }

    private void bearsLosses(Worker worker, Mandate mandate) {
        for (String scenario : List.of("lost-answer", "bad-answer-signature", "rate-limited", "unavailable-then-ok")) {
            Tongban unlucky = client(scenario);
            WorkerRegistration registration = registration("44");
            MandateGrant grant = grant(worker, "44");
            WithholdingOrder order = order(worker, mandate);
            again(() -> unlucky.provinces().list());
            again(() -> unlucky.workers().register(registration));
            again(() -> unlucky.mandates().create(grant));
            again(() -> unlucky.withholdings().withhold(order));
        }
    }

    private void takesRefusals(Worker worker, Mandate mandate) {
        Mandate revoked = usual().mandates().create(grant(worker, "44"));
        usual().mandates()
                .revoke(
                        revoked.id(),
                        MandateRevocation.builder().revokedAt(Instant.now()).build());
        isRefused("mandate-revoked", order(worker, revoked, YearMonth.of(2026, 10)));
        isRefused("period-already-withheld", order(worker, mandate, YearMonth.of(2026, 1)));
        isRefused("period-in-future", order(worker, mandate, YearMonth.of(2027, 9)));
    }

    private void followsOrders(Worker worker, Mandate mandate) {
        for (String scenario :
                List.of("lost-reply", "refused-person-unknown", "province-closed", "in-process-one-day")) {
            follows(scenario, order(worker, mandate));
        }
        Worker elsewhere = usual().workers().register(registration("41"));
        usual().workers().awaitEnrolled(elsewhere.id(), A_WHILE);
        follows("reversed-later", order(elsewhere, usual().mandates().create(grant(elsewhere, "41"))));
    }

    private void follows(String scenario, WithholdingOrder order) {
        String id = client(scenario).withholdings().withhold(order).id();
        usual().withholdings().get(id);
    }

    private void takesAnEventTwice(WebhookEndpoint endpoint, Worker worker, Instant began) {
        String event = Awaitility.await()
                .atMost(A_WHILE)
                .until(() -> enrolled(worker, began), Optional::isPresent)
                .orElseThrow();
        Awaitility.await().atMost(A_WHILE).until(() -> times(event) > 0);
        Awaitility.await()
                .atMost(A_WHILE)
                .until(
                        () -> usual().webhookEndpoints()
                                .redeliver(endpoint.id(), event)
                                .events(),
                        sent -> sent == 1);
        Awaitility.await().atMost(A_WHILE).until(() -> times(event) > 1);
    }

    /** The event that tells of it; others of the same partner may come meanwhile. */
    private Optional<String> enrolled(Worker worker, Instant began) {
        return usual().events().since(began).items().stream()
                .filter(each -> each.worker() != null
                        && worker.id().equals(each.worker().id()))
                .map(WebhookEvent::id)
                .findFirst();
    }

    private long times(String event) {
        return arrived.stream().filter(body -> body.contains(event)).count();
    }

    private void isRefused(String code, WithholdingOrder order) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> usual().withholdings().withhold(order));
        assertThat(refused.code()).isEqualTo(code);
    }

    /** The SDK repeats by itself what passes; what was signed badly is for the program to ask again. */
    private static <T> void again(Supplier<T> call) {
        try {
            call.get();
        } catch (TongbanException untrusted) {
            assertThat(untrusted).isNotInstanceOf(RefusedException.class);
            call.get();
        }
    }

    private Tongban usual() {
        return client("");
    }

    private Tongban client(String scenario) {
        return clients.computeIfAbsent(
                scenario,
                name -> name.isEmpty()
                        ? sandbox.sdk("fengsong-delivery").build()
                        : sandbox.sdk("fengsong-delivery").scenario(name).build());
    }

    private static WorkerRegistration registration(String province) {
        int n = People.next();
        return WorkerRegistration.builder()
                .partnerReference("certified-" + n)
                .citizenNumber(People.citizenNumber(n))
                .name("测试员")
                .mobile(String.format("139%08d", n))
                .province(province)
                .place(InsuredPlace.WORK_PLACE)
                .sector("food-delivery")
                .consentReference("consent-" + n)
                .build();
    }

    private static MandateGrant grant(Worker worker, String province) {
        return MandateGrant.builder()
                .partnerReference("certified-mandate-" + People.next())
                .workerId(worker.id())
                .province(province)
                .insurances(List.of("AAE140:110"))
                .capFen(Insuring.CAP_FEN)
                .validFrom(YearMonth.of(2026, 1))
                .signedAt(Instant.parse("2026-01-02T03:04:05Z"))
                .agreementReference("agreement-1")
                .build();
    }

    /** Of the next month, from January on. */
    private WithholdingOrder order(Worker worker, Mandate mandate) {
        return order(worker, mandate, YearMonth.of(2026, ++month));
    }

    private static WithholdingOrder order(Worker worker, Mandate mandate, YearMonth period) {
        return WithholdingOrder.builder()
                .partnerReference("certified-" + People.next())
                .workerId(worker.id())
                .mandateId(mandate.id())
                .insurance("AAE140:110")
                .period(period)
                .baseFen(Insuring.AMOUNT_FEN * 5)
                .amountFen(Insuring.AMOUNT_FEN)
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(Tongban::close);
        listener.stop(0);
    }
}
