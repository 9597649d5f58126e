package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.Redelivery;
import io.tongban.gateway.platform.outbox.Node;
import io.tongban.gateway.platform.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RedeliveriesTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:1/");

    private final WebhookBench bench = new WebhookBench(Map.of());

    @Test
    void fillsInAnEndpointThatCameLaterWithEventsOfItsTypes() {
        try (Receiver receiver = new Receiver();
                bench) {
            bench.enrolled(WebhookBench.CLIENT);
            bench.enrolled(WebhookBench.CLIENT);
            bench.enrolled("courier-two");
            String enrolled =
                    bench.endpoint(receiver.url("/"), EventType.WORKER_ENROLLED).id();
            String refused =
                    bench.endpoint(receiver.url("/x"), EventType.WORKER_REFUSED).id();

            assertThat(bench.redelivered(WebhookBench.CLIENT, refused, LONG_AGO).events())
                    .isZero();
            assertThat(bench.redelivered(
                                    WebhookBench.CLIENT, enrolled, Instant.now().plusSeconds(60))
                            .events())
                    .isZero();
            assertThat(bench.redelivered(WebhookBench.CLIENT, enrolled, LONG_AGO)
                            .events())
                    .isEqualTo(2);
            bench.start();
            Node.awaitEmpty(bench.jdbi);

            assertThat(receiver.calls).hasSize(2);
            assertThat(bench.states()).containsExactly("DELIVERED", "DELIVERED");
        }
    }

    @Test
    void sendsOneEventAgainAndNobodyElses() {
        try (Receiver receiver = new Receiver();
                bench) {
            String endpoint =
                    bench.endpoint(receiver.url("/"), EventType.WORKER_REFUSED).id();
            bench.enrolled(WebhookBench.CLIENT);
            bench.enrolled("courier-two");
            String own = bench.eventOf(WebhookBench.CLIENT);
            String others = bench.eventOf("courier-two");

            assertThat(bench.redelivered(WebhookBench.CLIENT, endpoint, own).events())
                    .isEqualTo(1);
            assertRefused(() -> bench.redelivered(WebhookBench.CLIENT, endpoint, others), ProblemType.EVENT_NOT_FOUND);
            assertRefused(() -> bench.redelivered("courier-two", endpoint, others), ProblemType.WEBHOOK_NOT_FOUND);
            bench.start();
            Node.awaitEmpty(bench.jdbi);

            assertThat(receiver.calls).hasSize(1);
        }
    }

    /** Certification asks: two endpoints that take an event once each have not taken it twice. */
    @Test
    void countsHowOftenOneEndpointTookAnEvent() {
        try (Receiver receiver = new Receiver();
                bench) {
            String one =
                    bench.endpoint(receiver.url("/"), EventType.WORKER_ENROLLED).id();
            bench.endpoint(receiver.url("/x"), EventType.WORKER_ENROLLED);
            Instant began = Instant.now().minusSeconds(1);
            bench.enrolled(WebhookBench.CLIENT);
            String event = bench.eventOf(WebhookBench.CLIENT);
            bench.start();
            Node.awaitEmpty(bench.jdbi);
            assertThat(bench.taken(began)).containsExactly(Map.entry(event, 1));

            bench.redelivered(WebhookBench.CLIENT, one, event);
            Node.awaitEmpty(bench.jdbi);

            assertThat(bench.taken(began)).containsExactly(Map.entry(event, 2));
            assertThat(bench.taken(Instant.now())).isEmpty();
        }
    }

    @Test
    void sendsNothingBesideItselfThatIsOnItsWay() {
        String endpoint = bench.endpoint(SOMEWHERE, EventType.WORKER_ENROLLED).id();
        bench.enrolled(WebhookBench.CLIENT);
        String event = bench.eventOf(WebhookBench.CLIENT);

        assertThat(bench.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO).events())
                .isZero();
        assertThat(bench.redelivered(WebhookBench.CLIENT, endpoint, event).events())
                .isZero();
        bench.update("update webhook_delivery set state = 'DELIVERED'");
        assertThat(bench.redelivered(WebhookBench.CLIENT, endpoint, event).events())
                .isEqualTo(1);
        assertThat(bench.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO).events())
                .isZero();

        assertThat(bench.states()).containsExactly("DELIVERED", "PENDING");
    }

    @Test
    void putsOnlySoManyOnTheirWayToAnEndpoint() {
        WebhookBench small = new WebhookBench(Map.of("tongban.webhook.pending-per-endpoint", "2"));
        String endpoint = small.endpoint(SOMEWHERE, EventType.WORKER_ENROLLED).id();
        small.happenedAtOnce(3, Instant.now());

        Redelivery first = small.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO);
        assertThat(first.events()).isEqualTo(2);
        assertThat(first.nextCursor()).isNotNull();
        assertRefused(
                () -> small.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO, first.nextCursor()),
                ProblemType.REDELIVERY_LIMIT);
        assertRefused(
                () -> small.redelivered(WebhookBench.CLIENT, endpoint, "evt_000003"), ProblemType.REDELIVERY_LIMIT);
    }

    /** A time alone would stand still at them for ever. */
    @Test
    void getsPastManyEventsOfOneInstant() {
        String endpoint = bench.endpoint(SOMEWHERE, EventType.WORKER_ENROLLED).id();
        bench.happenedAtOnce(Redeliveries.MOST + 5, Instant.now());

        Redelivery first = bench.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO);
        bench.update("update webhook_delivery set state = 'DELIVERED'");
        Redelivery rest = bench.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO, first.nextCursor());

        assertThat(first.events()).isEqualTo(Redeliveries.MOST);
        assertThat(rest).isEqualTo(new Redelivery(5, null));
        for (String cursor : List.of("AAAA", "none", first.nextCursor().substring(1))) {
            assertRefused(
                    () -> bench.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO, cursor),
                    ProblemType.CURSOR_INVALID);
        }
    }

    @Test
    void sendsNothingOlderThanEventsAreKept() {
        String endpoint = bench.endpoint(SOMEWHERE, EventType.WORKER_ENROLLED).id();
        bench.happenedAtOnce(1, Instant.now().minus(Duration.ofDays(31)));

        assertThat(bench.redelivered(WebhookBench.CLIENT, endpoint, LONG_AGO).events())
                .isZero();
        assertRefused(
                () -> bench.redelivered(WebhookBench.CLIENT, endpoint, "evt_000001"), ProblemType.EVENT_NOT_FOUND);
    }

    @Test
    void tellsTheNewestDeliveriesAloneOfAnEventThatWasSentOftener() {
        String endpoint = bench.endpoint(SOMEWHERE, EventType.WORKER_ENROLLED).id();
        bench.happenedAtOnce(1, Instant.now());
        for (int i = 0; i < 25; i++) {
            bench.redelivered(WebhookBench.CLIENT, endpoint, "evt_000001");
            bench.update("update webhook_delivery set state = 'DELIVERED'");
        }

        assertThat(bench.told("wkr_1")).hasSize(1 + 20);
    }

    private static void assertRefused(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
