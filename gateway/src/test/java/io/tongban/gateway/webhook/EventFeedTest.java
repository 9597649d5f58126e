package io.tongban.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.api.problem.ProblemType;
import io.tongban.api.webhook.EventPage;
import io.tongban.api.webhook.EventType;
import io.tongban.api.webhook.WebhookEvent;
import io.tongban.gateway.platform.outbox.Eventually;
import io.tongban.gateway.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private static final String LONG_AGO = "2026-01-01T00:00:00Z";

    private final WebhookBench bench = new WebhookBench(Map.of());
    private final EventFeed feed = bench.feed();

    @Test
    void hasEventsOfAPartnerWithoutEndpointsAndOfNobodyElse() {
        bench.enrolled(WebhookBench.CLIENT);
        bench.enrolled("courier-two");

        EventPage page = read(null, LONG_AGO, 50);

        assertThat(page.items()).hasSize(1);
        assertThat(page.items().get(0).type()).isEqualTo(EventType.WORKER_ENROLLED);
        assertThat(bench.states()).isEmpty();
        assertThat(read(page.nextCursor(), null, 50).items()).isEmpty();
    }

    @Test
    void goesOnWhereThePageBeforeEndedAndBeginsWithNowWithoutATime() {
        EventPage now = read(null, null, 50);
        assertThat(now.items()).isEmpty();
        for (int i = 0; i < 5; i++) {
            bench.enrolled(WebhookBench.CLIENT);
        }

        List<String> seen = new ArrayList<>();
        String cursor = now.nextCursor();
        for (int i = 0; i < 3; i++) {
            EventPage page = read(cursor, null, 2);
            page.items().stream().map(WebhookEvent::id).forEach(seen::add);
            cursor = page.nextCursor();
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(read(null, Instant.now().plusSeconds(60).toString(), 50).items())
                .isEmpty();
    }

    /** The reader of an outbox by its ids would pass over what was committed late. */
    @Test
    void passesOverNothingThatIsCommittedLate() {
        String cursor = read(null, LONG_AGO, 50).nextCursor();
        try (Handle late = bench.jdbi.open()) {
            late.begin();
            bench.enrolled(late, WebhookBench.CLIENT);
            bench.enrolled(WebhookBench.CLIENT);

            EventPage first = read(cursor, null, 50);
            assertThat(first.items()).hasSize(1);

            late.commit();
            assertThat(read(first.nextCursor(), null, 50).items())
                    .hasSize(1)
                    .doesNotContainAnyElementsOf(first.items());
        }
    }

    /** A clock's time would pass over what was written before it and is committed after. */
    @Test
    void beginsWithNowBehindWhatIsCommittedAndBeforeWhatIsNot() {
        bench.enrolled(WebhookBench.CLIENT);
        try (Handle late = bench.jdbi.open()) {
            late.begin();
            bench.enrolled(late, WebhookBench.CLIENT);

            EventPage now = read(null, null, 50);
            assertThat(now.items()).isEmpty();

            late.commit();
            assertThat(read(now.nextCursor(), null, 50).items()).hasSize(1);
        }
    }

    @Test
    void beginsWithNowBehindMoreThanGetTheirPositionAtATime() {
        bench.happenedAtOnce(2_500, Instant.now());

        EventPage now = read(null, null, 50);
        bench.enrolled(WebhookBench.CLIENT);

        assertThat(now.items()).isEmpty();
        assertThat(read(now.nextCursor(), null, 50).items()).hasSize(1);
    }

    @Test
    void hasNothingOlderThanEventsAreKept() {
        bench.enrolled(WebhookBench.CLIENT);
        bench.update("update webhook_event set created_at = created_at - interval '31 days'");

        assertThat(read(null, LONG_AGO, 50).items()).isEmpty();
    }

    @Test
    void holdsAnEmptyAnswerUntilSomethingHappens() throws Exception {
        String cursor = read(null, null, 50).nextCursor();
        CompletableFuture<EventPage> held = CompletableFuture.supplyAsync(
                () -> feed.read(WebhookBench.CLIENT, cursor, null, 50, Duration.ofSeconds(30)));
        bench.enrolled(WebhookBench.CLIENT);

        assertThat(held.get(60, TimeUnit.SECONDS).items()).hasSize(1);
    }

    @Test
    void refusesACursorOfAnotherPartnerAndADayThatIsNone() {
        String others = feed.read("courier-two", null, null, 50, Duration.ZERO).nextCursor();

        for (String cursor : List.of(others, "AAAA", "none", others + "A")) {
            assertRefused(cursor, null, ProblemType.CURSOR_INVALID);
        }
        assertRefused(null, "2026-02-30T00:00:00Z", ProblemType.DATE_INVALID);
    }

    @Test
    void isNoOtherThanWhatTheWebhookBrings() throws Exception {
        try (Receiver receiver = new Receiver();
                bench) {
            bench.endpoint(receiver.url("/"), EventType.WORKER_ENROLLED);
            bench.enrolled(WebhookBench.CLIENT);
            bench.start();
            Eventually.holds("it is delivered", () -> bench.states().contains("DELIVERED"));

            assertThat(new String(receiver.calls.get(0).body(), UTF_8))
                    .isEqualTo(bench.written(read(null, LONG_AGO, 50).items().get(0)));
        }
    }

    private void assertRefused(String after, String since, ProblemType type) {
        assertThatThrownBy(() -> read(after, since, 50))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private EventPage read(String after, String since, int limit) {
        return feed.read(WebhookBench.CLIENT, after, since, limit, Duration.ZERO);
    }
}
